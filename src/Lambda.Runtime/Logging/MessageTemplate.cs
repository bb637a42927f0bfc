using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A message whose placeholders are filled from arguments, in order.</summary>
/// <remarks>
/// <code>
/// message     = { text | "{{" | "}}" | placeholder }
/// placeholder = "{" [ "@" ] name [ ":" format ] "}"
/// </code>
/// A placeholder without an argument stays as it is written. When every name is a number, names are positions.
/// </remarks>
internal static class MessageTemplate
{
    /// <summary>The text, and each filled placeholder's name with its argument.</summary>
    public static (string Text, List<KeyValuePair<string, object?>> Values) Fill(string message, object?[] args)
    {
        var values = new List<KeyValuePair<string, object?>>();
        if (args.Length == 0)
            return (message, values);

        var text = new StringBuilder(message.Length + 32);
        for (var at = 0; at < message.Length; at++)
        {
            var character = message[at];
            var doubled = at + 1 < message.Length && message[at + 1] == character;
            if (character is '{' or '}' && doubled)
            {
                text.Append(character);
                at++;
            }
            else if (character == '{' && message.IndexOf('}', at) is > 0 and var end)
            {
                text.Append(FillOne(message[(at + 1)..end], args, values));
                at = end;
            }
            else
            {
                text.Append(character);
            }
        }

        return (text.ToString(), values);
    }

    private static string FillOne(string placeholder, object?[] args, List<KeyValuePair<string, object?>> values)
    {
        var colon = placeholder.IndexOf(':', StringComparison.Ordinal);
        var (name, format) = colon < 0 ? (placeholder, null) : (placeholder[..colon], placeholder[(colon + 1)..]);
        name = name.TrimStart('@');

        var isPosition = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        if (!isPosition)
            position = values.Count;
        if (position >= args.Length)
            return $"{{{placeholder}}}";

        values.Add(new(name, args[position]));
        return Text(args[position], format);
    }

    private static string Text(object? value, string? format)
    {
        try
        {
            return value is IFormattable formattable
                ? formattable.ToString(format, CultureInfo.InvariantCulture)
                : value?.ToString() ?? "";
        }
        catch (FormatException)
        {
            // A log line with a clumsy format is still worth more than a failed invocation.
            return value?.ToString() ?? "";
        }
    }
}
