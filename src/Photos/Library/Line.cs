using Photos.Outcomes;

namespace Photos.Library;

/// <summary>One line of text that an owner wrote: never empty, trimmed, nothing invisible in it.</summary>
public sealed record Line
{
    private Line(string text) => Text = text;

    /// <summary>As it was typed, without surrounding white space.</summary>
    public string Text { get; }

    /// <summary>Trims, then refuses what is empty, too long or not a line of text.</summary>
    /// <param name="member">What the client calls it.</param>
    /// <param name="text">What the client sent.</param>
    /// <param name="most">How many characters of Unicode it may have.</param>
    public static Outcome<Line> From(string member, string? text, int most)
    {
        if (!PlainText.TryClean(text, out var line))
            return Problem.Invalid(member, "Write a single line of text without control or direction marks.");
        if (line is "")
            return Problem.Invalid(member, "Write at least one character.");

        return line.Length > most && line.EnumerateRunes().Count() > most
            ? Problem.Invalid(member, $"Write at most {most} characters.")
            : new Line(line);
    }

    /// <summary>What a store kept of a line.</summary>
    public static Line Stored(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
