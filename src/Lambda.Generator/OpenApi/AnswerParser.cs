using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>
/// Reads <c>&lt;response code="200"&gt;&lt;see cref="Photo"/&gt; Words. &lt;header name="etag"&gt;…</c>
/// </summary>
internal static class AnswerParser
{
    /// <summary>The handler's own answer to arguments that it cannot read.</summary>
    public static readonly AnswerModel Unreadable = new(
        "400",
        "An argument cannot be read.",
        """{"type":"object","required":["message"],"properties":{"message":{"type":"string"}}}""",
        "application/json",
        null);

    public static AnswerModel Parse(XElement said, string? schema, Compilation compilation) => new(
        Code((string?)said.Attribute("code") ?? "default"),
        DocType.Words(said, compilation),
        schema,
        (string?)said.Attribute("contentType") ?? (schema is null ? null : "application/json"),
        Headers(said));

    private static string? Headers(XElement said)
    {
        var headers = new JsonMembers();
        foreach (var header in said.Elements("header"))
        {
            if ((string?)header.Attribute("name") is { } name)
                headers.Set(name, Header(header).ToString());
        }

        return headers.IsEmpty ? null : headers.ToString();
    }

    /// <summary>Description and schema, of a header in either direction.</summary>
    public static JsonMembers Header(XElement header)
    {
        var schema = SimpleTypes.Schema("string");
        Keywords.Apply(schema, header);
        return new JsonMembers()
            .SetText("description", DocText.Markdown(header))
            .Set("required", Keywords.IsRequired(header) == true ? "true" : null)
            .Set("schema", schema.ToString());
    }

    private static string Code(string code)
    {
        var upper = code.ToUpperInvariant();
        var isCode = upper.Length == 3
            && upper[0] is >= '1' and <= '5'
            && ((char.IsDigit(upper[1]) && char.IsDigit(upper[2])) || upper.EndsWith("XX", StringComparison.Ordinal));
        return isCode ? upper : "default";
    }
}
