using Photos.Outcomes;

namespace Photos.Library;

/// <summary>What an owner calls a photo: 1 to 120 characters after trimming, on one line.</summary>
public sealed record PhotoTitle
{
    /// <summary>In UTF-16 code units.</summary>
    private const int MaxLength = 120;

    private PhotoTitle(string text) => Text = text;

    /// <summary>The title as it was typed, without surrounding white space.</summary>
    public string Text { get; }

    /// <summary>Trims, then refuses what is empty, too long or not a line of text.</summary>
    public static Outcome<PhotoTitle> From(string? text)
    {
        if (!PlainText.TryClean(text, out var title))
            return Problem.Invalid("title", "A title is a single line of text without control or direction marks.");

        return title switch
        {
            "" => Problem.Invalid("title", "Leave the title out, or give it at least one character."),
            { Length: > MaxLength } => Problem.Invalid("title", $"A title has at most {MaxLength} characters."),
            _ => new PhotoTitle(title),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
