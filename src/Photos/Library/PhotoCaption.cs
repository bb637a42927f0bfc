using Photos.Outcomes;

namespace Photos.Library;

/// <summary>What an owner tells of a photo: 1 to 2,000 characters after trimming, on one line.</summary>
public sealed record PhotoCaption
{
    /// <summary>In UTF-16 code units.</summary>
    private const int MaxLength = 2000;

    private PhotoCaption(string text) => Text = text;

    /// <summary>The caption as it was typed, without surrounding white space.</summary>
    public string Text { get; }

    /// <summary>Trims, then refuses what is empty, too long or not a line of text.</summary>
    public static Outcome<PhotoCaption> From(string? text)
    {
        if (!PlainText.TryClean(text, out var caption))
            return Problem.Invalid("caption", "A caption is a single line of text without control or direction marks.");

        return caption switch
        {
            "" => Problem.Invalid("caption", "Send null to take the caption away, or at least one character."),
            { Length: > MaxLength } => Problem.Invalid("caption", $"A caption has at most {MaxLength} characters."),
            _ => new PhotoCaption(caption),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
