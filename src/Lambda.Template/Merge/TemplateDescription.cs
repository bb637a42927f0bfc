using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lambda.Template.Merge;

/// <summary>Says in the template's description that the build takes part in it.</summary>
/// <remarks>
/// Amazon's packages add their version, which makes every update a change of the template; this leaves it out, and
/// takes one that is there as its own.
/// </remarks>
internal static partial class TemplateDescription
{
    private const string Suffix = "This template is partially managed by Amazon.Lambda.Annotations.";

    /// <summary>CloudFormation's limit.</summary>
    private const int Longest = 1024;

    /// <param name="template">The template.</param>
    /// <param name="isMarked">Whether it is to be said; otherwise it is taken out where it was.</param>
    public static void Apply(JsonObject template, bool isMarked)
    {
        var before = template["Description"]?.ToString() ?? "";
        if (!isMarked)
        {
            Remove(template, before);
            return;
        }

        var after = AnySuffix().IsMatch(before)
            ? AnySuffix().Replace(before, Suffix)
            : $"{before} {Suffix}".TrimStart();

        if (after != before && after.Length <= Longest)
            template["Description"] = after;
    }

    private static void Remove(JsonObject template, string before)
    {
        if (!AnySuffix().IsMatch(before))
            return;

        var after = AnySuffix().Replace(before, "").Trim();
        if (after is "")
            template.Remove("Description");
        else
            template["Description"] = after;
    }

    [GeneratedRegex(
        @"This template is partially managed by Amazon\.Lambda\.Annotations(\.| \(v[0-9.]+\)\.)",
        RegexOptions.NonBacktracking)]
    private static partial Regex AnySuffix();
}
