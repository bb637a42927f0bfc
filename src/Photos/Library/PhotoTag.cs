using Photos.Library.Text;
using Photos.Outcomes;

namespace Photos.Library;

/// <summary>One word of an owner's own: 1 to 64 characters on one line, composed (NFC), so equal is equal.</summary>
public sealed record PhotoTag : IComparable<PhotoTag>
{
    /// <summary>In Unicode characters.</summary>
    private const int MaxLength = 64;

    private PhotoTag(string text) => Text = text;

    /// <summary>The tag, composed and without surrounding white space.</summary>
    public string Text { get; }

    /// <summary>Refuses what is empty, too long or not a line of text.</summary>
    /// <param name="text">What the client wrote.</param>
    /// <param name="member">Where it wrote it, for the problem: <c>tags/3</c>.</param>
    public static Outcome<PhotoTag> From(string? text, string member)
    {
        if (!PlainText.TryClean(text, out var clean))
            return Problem.Invalid(member, "A tag is a single line of text without control or direction marks.");

        var tag = Composition.Compose(clean);
        return tag.EnumerateRunes().Count() switch
        {
            0 => Problem.Invalid(member, "A tag has at least one character."),
            > MaxLength => Problem.Invalid(member, $"A tag has at most {MaxLength} characters."),
            _ => new PhotoTag(tag),
        };
    }

    /// <summary>A tag that came from <see cref="From"/> and was remembered by a store of ours.</summary>
    public static PhotoTag Stored(string text) => new(text);

    /// <summary>By code units, the same in every language and both homes.</summary>
    public int CompareTo(PhotoTag? other) => string.CompareOrdinal(Text, other?.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(PhotoTag one, PhotoTag other) => one.CompareTo(other) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(PhotoTag one, PhotoTag other) => one.CompareTo(other) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(PhotoTag one, PhotoTag other) => one.CompareTo(other) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(PhotoTag one, PhotoTag other) => one.CompareTo(other) >= 0;
}
