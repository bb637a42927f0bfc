using Lambda.Generator.Parsing.Events;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Text in an attribute that becomes a value of the template.</summary>
/// <remarks>
/// <code>
/// value    = "@@" text             text that begins with one at sign
///          | "@" name              Ref, also of a pseudo parameter such as AWS::Region
///          | "@" name "." name     Fn::GetAtt; the second name may have dots of its own
///          | text with "${"        Fn::Sub
///          | text
/// resource = "@" name [ "." name ] [ ( "/" | ":" ) text ]     Fn::GetAtt, or Fn::Sub where there is a text
///          | "arn:" text | "*" | text with "${"
/// </code>
/// </remarks>
internal static class TemplateText
{
    /// <summary>The value as JSON, or null when it refers to what no template can have.</summary>
    public static string? Value(string text)
    {
        if (text.StartsWith("@@", StringComparison.Ordinal))
            return JsonText.Quote(text.Substring(1));
        if (LogicalName.Referred(text) is not { } referred)
            return Filled(text);

        var dot = referred.IndexOf('.');
        if (dot < 0)
            return IsParameter(referred) ? JsonText.Object(("Ref", JsonText.Quote(referred))) : null;

        return Attribute(referred.Substring(0, dot), referred.Substring(dot + 1));
    }

    /// <summary>The ARN as JSON, or null when the text is none.</summary>
    public static string? Resource(string text)
    {
        if (LogicalName.Referred(text) is not { } referred)
        {
            return text is "*" || text.StartsWith("arn:", StringComparison.Ordinal) || text.Contains("${")
                ? Filled(text)
                : null;
        }

        var end = referred.IndexOfAny(['/', ':']);
        var (name, rest) = end < 0 ? (referred, "") : (referred.Substring(0, end), referred.Substring(end));
        var dot = name.IndexOf('.');
        var (resource, attribute) = dot < 0 ? (name, "Arn") : (name.Substring(0, dot), name.Substring(dot + 1));
        if (Attribute(resource, attribute) is not { } arn)
            return null;

        return rest.Length == 0
            ? arn
            : JsonText.Object(("Fn::Sub", JsonText.Quote($"${{{resource}.{attribute}}}{rest}")));
    }

    private static string Filled(string text) =>
        text.Contains("${") ? JsonText.Object(("Fn::Sub", JsonText.Quote(text))) : JsonText.Quote(text);

    private static string? Attribute(string resource, string attribute) =>
        LogicalName.Is(resource) && attribute.Split('.').All(LogicalName.Is)
            ? JsonText.Object(("Fn::GetAtt", JsonText.Array([JsonText.Quote(resource), JsonText.Quote(attribute)])))
            : null;

    private static bool IsParameter(string name)
    {
        const string Pseudo = "AWS::";
        return LogicalName.Is(name.StartsWith(Pseudo, StringComparison.Ordinal) ? name.Substring(Pseudo.Length) : name);
    }
}
