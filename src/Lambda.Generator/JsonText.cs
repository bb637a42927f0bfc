using System.Globalization;
using System.Text;

namespace Lambda.Generator;

/// <summary>Writes JSON, which a generator has no library for.</summary>
internal static class JsonText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                // The last three end a line of C#, and this text stands in one.
                < ' ' or '\u0085' or '\u2028' or '\u2029' =>
                    quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>An object of those members whose value is not null.</summary>
    public static string Object(params (string Name, string? Json)[] members) =>
        "{" + string.Join(",", members.Where(member => member.Json is not null)
            .Select(member => $"{Quote(member.Name)}:{member.Json}")) + "}";

    public static string Array(IEnumerable<string> items) => $"[{string.Join(",", items)}]";
}
