using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Generator;

/// <summary>Names as generated code has to spell them.</summary>
internal static class CSharpName
{
    /// <summary>A name, or several with dots between, of which none is read as a keyword.</summary>
    public static string Of(string name) => string.Join(".", name.Split('.').Select(Escape));

    // Await is a name everywhere but inside an asynchronous method, and a handler may be one.
    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name != "await" ? name : $"@{name}";
}
