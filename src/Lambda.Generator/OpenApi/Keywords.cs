using System.Globalization;
using System.Xml.Linq;

namespace Lambda.Generator.OpenApi;

/// <summary>
/// What a type cannot say of a value, as attributes of its comment:
/// <c>&lt;param name="limit" type="integer" minimum="1" maximum="200"&gt;</c>. Their names are JSON Schema's.
/// </summary>
internal static class Keywords
{
    private static readonly string[] Texts = ["format", "pattern", "contentEncoding", "contentMediaType"];

    private static readonly string[] Numbers =
    [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "minItems", "maxItems",
    ];

    /// <summary>Adds them to a schema that does not allow null yet.</summary>
    public static void Apply(JsonMembers schema, XElement? comment)
    {
        if (comment is null)
            return;

        if (Read(comment, "type") is { } type)
            schema.SetText("type", type);
        foreach (var name in Texts)
            schema.SetText(name, Read(comment, name));
        foreach (var name in Numbers)
        {
            if (Read(comment, name) is { } number && IsNumber(number))
                schema.Set(name, number);
        }

        if (Read(comment, "enum") is { } values)
            schema.Set("enum", JsonText.Array(values.Split(' ').Where(value => value is not "").Select(Literal)));
        if (Read(comment, "default") is { } preset)
            schema.Set("default", Literal(preset));
        if (Read(comment, "example") is { } example)
            schema.Set("examples", JsonText.Array([Literal(example)]));

        string Literal(string value) => schema["type"] is "\"integer\"" or "\"number\"" && IsNumber(value)
            || schema["type"] is "\"boolean\"" && value is "true" or "false"
                ? value
                : JsonText.Quote(value);
    }

    /// <summary>Whether the comment says that a value has to be sent; null when it does not say.</summary>
    public static bool? IsRequired(XElement? comment) => comment is null ? null : Read(comment, "required") switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static string? Read(XElement comment, string name) => (string?)comment.Attribute(name);

    private static bool IsNumber(string text) =>
        text.Length > 0
        && (char.IsDigit(text[0]) || text[0] == '-')
        && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
