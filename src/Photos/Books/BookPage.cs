using Photos.Library;

namespace Photos.Books;

/// <summary>One page of a book.</summary>
/// <param name="Photo">The photo on it, one of the same owner.</param>
/// <param name="Caption">What stands below; null for nothing.</param>
public sealed record BookPage(PhotoId Photo, Line? Caption)
{
    /// <summary>The most characters of a caption.</summary>
    public const int LongestCaption = 300;

    /// <summary>Pages as stores keep them: one line of text each, the photo's id and the caption behind it.</summary>
    public static string Write(IReadOnlyList<BookPage> pages) =>
        string.Join('\n', pages.Select(page => $"{page.Photo}{page.Caption}"));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It did not write that.</exception>
    public static IReadOnlyList<BookPage> Read(string text) =>
        text is "" ? [] : [.. text.Split('\n').Select(ReadOne)];

    private static BookPage ReadOne(string line) =>
        line.Length >= Ulid.Length && PhotoId.TryParse(line[..Ulid.Length], out var photo)
            ? new BookPage(photo, line.Length == Ulid.Length ? null : Line.Stored(line[Ulid.Length..]))
            : throw new InvalidDataException("A book has a page that this version did not write; restore a backup.");
}
