using System.Text;
using Photos.Outcomes;

namespace Photos.Library;

/// <summary>A file's own name, as its owner knows it: 1 to 255 bytes of UTF-8 on one line, without a path.</summary>
public sealed record FileName
{
    /// <summary>What common file systems allow, in bytes of UTF-8.</summary>
    private const int MaxBytes = 255;

    private FileName(string text) => Text = text;

    /// <summary>The name as it was sent, without surrounding white space.</summary>
    public string Text { get; }

    /// <summary>Refuses names that would look like another one, or reach outside a folder.</summary>
    public static Outcome<FileName> From(string? text)
    {
        if (!PlainText.TryClean(text, out var name))
            return Refuse("A name is a single line of text without control or direction marks.");

        return name switch
        {
            "" or "." or ".." => Refuse("A file needs a name."),
            _ when Encoding.UTF8.GetByteCount(name) > MaxBytes => Refuse($"A name has at most {MaxBytes} bytes."),
            _ when name.AsSpan().ContainsAny('/', '\\') => Refuse("A name is the last part of a path only."),
            _ => new FileName(name),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static Problem Refuse(string detail) => Problem.Invalid("name", detail);
}
