using System.Text;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Books;

/// <summary>What an owner makes of a book.</summary>
public sealed record BookContent
{
    /// <summary>The most pages of a book.</summary>
    public const int MaxPages = 500;

    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 120;

    /// <summary>A book is one record, and DynamoDB's hold 400 KB with everything that is around the pages.</summary>
    private const int MaxBytes = 380_000;

    private BookContent(Line title, PhotoId? cover, IReadOnlyList<BookPage> pages) =>
        (Title, Cover, Pages) = (title, cover, pages);

    /// <summary>What the book is called.</summary>
    public Line Title { get; }

    /// <summary>The photo in front, on a page or not; null for none.</summary>
    public PhotoId? Cover { get; }

    /// <summary>In their order. A photo may be on several.</summary>
    public IReadOnlyList<BookPage> Pages { get; }

    /// <summary>Refuses what is too much for a book; whether the photos exist is another question.</summary>
    public static Outcome<BookContent> From(Line title, PhotoId? cover, IReadOnlyList<BookPage> pages)
    {
        if (pages.Count > MaxPages)
            return Problem.Invalid("pages", $"A book has at most {MaxPages} pages.");

        return Encoding.UTF8.GetByteCount(BookPage.Write(pages)) > MaxBytes
            ? new Problem(ProblemKind.TooLarge, "too-large", $"The pages of a book have at most {MaxBytes} bytes.")
            : new BookContent(title, cover, pages);
    }

    /// <summary>What a store kept of it.</summary>
    public static BookContent Stored(Line title, PhotoId? cover, IReadOnlyList<BookPage> pages) =>
        new(title, cover, pages);

    /// <summary>Every photo that it refers to, each once.</summary>
    internal IReadOnlySet<PhotoId> Photos =>
        Pages.Select(page => page.Photo).Concat(Cover is null ? [] : [Cover]).ToHashSet();

    /// <summary>The same without some photos: their pages are gone, and the cover if it was one.</summary>
    internal BookContent Without(IReadOnlySet<PhotoId> gone) => gone.Count == 0 ? this : new(
        Title,
        Cover is not null && gone.Contains(Cover) ? null : Cover,
        [.. Pages.Where(page => !gone.Contains(page.Photo))]);

    /// <summary>The refusal of what refers to unknown photos; null when it refers to none.</summary>
    internal Problem? Objection(IReadOnlySet<PhotoId> unknown)
    {
        if (Cover is not null && unknown.Contains(Cover))
            return Problem.Missing("photo", "cover");

        var at = Pages.TakeWhile(page => !unknown.Contains(page.Photo)).Count();
        return at < Pages.Count ? Problem.Missing("photo", $"pages/{at}/photoId") : null;
    }

    /// <summary>By what it says: two lists of equal pages are equal.</summary>
    public bool Equals(BookContent? other) =>
        other is not null && Title == other.Title && Cover == other.Cover && Pages.SequenceEqual(other.Pages);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Cover, Pages.Count);
}
