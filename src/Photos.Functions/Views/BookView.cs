using Photos.Books;
using Photos.Functions.Http;

namespace Photos.Functions.Views;

/// <summary>A book as clients see it.</summary>
/// <param name="Id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">A ULID.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Cover">The id of the photo in front.</param>
/// <param name="Pages">In their order. A page leaves the book when its photo is gone for good.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ChangedAt">When its owner changed it last, in UTC.</param>
public sealed record BookView(
    string Id,
    string Title,
    string? Cover,
    IReadOnlyList<BookPageView> Pages,
    DateTime CreatedAt,
    DateTime ChangedAt)
{
    internal static BookView Of(ShownBook shown) => new(
        shown.Book.Id.ToString(),
        shown.Content.Title.Text,
        shown.Content.Cover?.ToString(),
        [.. shown.Content.Pages.Select(page => new BookPageView(page.Photo.ToString(), page.Caption?.Text))],
        shown.Book.CreatedAt.UtcDateTime,
        shown.Book.ChangedAt.UtcDateTime);

    /// <summary>The version, and which photos have left since: that changes the answer and not the book.</summary>
    internal static string TagOf(ShownBook shown) => EntityTag.Of(shown.Book.Version, EntityTag.RestOf(shown.Gone));
}

/// <summary>One page.</summary>
/// <param name="PhotoId">The photo on it.</param>
/// <param name="Caption">What stands below.</param>
public sealed record BookPageView(string PhotoId, string? Caption);
