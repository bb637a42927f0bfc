using Lambda.Tests.Generator;
using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Extras;

/// <summary>The generator, run over one class and its assembly's attributes.</summary>
internal static class ExtrasRun
{
    public const string Route = "[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\")] ";

    public static GeneratorRun Of(string members, string assembly = "") =>
        GeneratorRun.Of("global using Lambda.Annotations;", Source(members, assembly));

    public static ExtrasFinding[] Findings(string members, string assembly = "") =>
        [.. Of(members, assembly).Diagnostics.Select(found => ExtrasFinding.Of(found, Source(members, assembly)))];

    private static string Source(string members, string assembly) =>
        $"{assembly}\n\nnamespace App;\n\npublic class F\n{{\n{members}\n}}\n";
}

internal sealed record ExtrasFinding(string Id, string Text, string Message)
{
    // The generator lets go of the tree, so a place is looked up in the text.
    public static ExtrasFinding Of(Diagnostic found, string source)
    {
        var span = found.Location.SourceSpan;
        return new ExtrasFinding(found.Id, source.Substring(span.Start, span.Length), found.GetMessage(null));
    }
}
