using System.Globalization;
using System.Text;

namespace Amazon.Lambda.Core;

/// <summary>A message whose placeholders are filled from arguments, in order.</summary>
/// <remarks>
/// <code>
/// message     = { text | "{{" | "}}" | placeholder }
/// placeholder = "{" [ "@" ] name [ ":" format ] "}"
/// </code>
/// A placeholder without an argument stays as it is written. When every name is a number, names are positions. Without
/// arguments nothing is a placeholder, so that text which holds braces is written as it is.
/// </remarks>
internal static class MessageTemplate
{
    /// <summary>The text alone.</summary>
    public static string Text(string message, object?[]? args) => Fill(message, args).Text;

    /// <summary>The text, and each filled placeholder.</summary>
    /// <param name="message">The template.</param>
    /// <param name="args">One for each placeholder.</param>
    /// <param name="toJson">Makes JSON of the argument of an <c>@</c>; null where it cannot.</param>
    public static FilledMessage Fill(string message, object?[]? args, Func<object, string?>? toJson = null)
    {
        var values = new List<FilledPlaceholder>();
        if (args is null or [])
            return new(message, values);

        var parts = Parse(message);
        var byPosition = parts.TrueForAll(part => part.Name is null || Position(part.Name) is not null);
        var text = new StringBuilder(message.Length + 32);
        var next = 0;
        foreach (var part in parts)
        {
            var index = part.Name is null ? -1 : byPosition ? Position(part.Name)!.Value : next++;
            if (index < 0 || index >= args.Length)
            {
                text.Append(part.Text);
                continue;
            }

            var value = args[index];
            var json = part.AsJson && value is not null ? toJson?.Invoke(value) : null;
            text.Append(json ?? Plain(value, part.Format));
            values.Add(new(part.Name!, byPosition, value, json));
        }

        return new(text.ToString(), values);
    }

    private static List<Part> Parse(string message)
    {
        var parts = new List<Part>();
        var text = new StringBuilder();
        for (var at = 0; at < message.Length; at++)
        {
            var character = message[at];
            if (character is '{' or '}' && at + 1 < message.Length && message[at + 1] == character)
            {
                text.Append(character);
                at++;
            }
            else if (character == '{' && message.IndexOf('}', at) is > 0 and var end)
            {
                parts.Add(new(text.ToString()));
                parts.Add(Placeholder(message[at..(end + 1)]));
                text.Clear();
                at = end;
            }
            else
            {
                text.Append(character);
            }
        }

        parts.Add(new(text.ToString()));
        return parts;
    }

    private static Part Placeholder(string text)
    {
        var name = text[1..^1];
        var asJson = name.StartsWith('@');
        if (asJson)
            name = name[1..];

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(text, name, asJson) : new(text, name[..colon], asJson, name[(colon + 1)..]);
    }

    private static int? Position(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    private static string Plain(object? value, string? format)
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

    private readonly record struct Part(string Text, string? Name = null, bool AsJson = false, string? Format = null);
}

/// <summary>A message as a person reads it, and what its placeholders stand for.</summary>
internal readonly record struct FilledMessage(string Text, List<FilledPlaceholder> Values);

/// <summary>A placeholder, its argument, and the JSON that was made of it because of an <c>@</c>.</summary>
internal readonly record struct FilledPlaceholder(string Name, bool IsPosition, object? Value, string? Json);
