namespace Lambda.Generator.Parsing.Events;

/// <summary>Names of things in a template: letters and digits.</summary>
internal static class LogicalName
{
    public static bool Is(string name) => name.Length > 0 && name.All(IsLetterOrDigit);

    /// <summary>What remains of a text when everything else is left out.</summary>
    public static string In(string text) => new([.. text.Where(IsLetterOrDigit)]);

    /// <summary>The name behind an at sign, or null when the text is not such a reference.</summary>
    public static string? Referred(string text) =>
        text.StartsWith("@", StringComparison.Ordinal) ? text.Substring(1) : null;

    private static bool IsLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
