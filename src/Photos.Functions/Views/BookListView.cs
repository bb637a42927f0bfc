using System.Text.Json.Serialization;
using Photos.Books;

namespace Photos.Functions.Views;

/// <summary>A stretch of the caller's books.</summary>
/// <param name="Items">Newest first, without their pages.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null on the last.</param>
public sealed record BookListView(
    IReadOnlyList<BookCoverView> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>A book from outside.</summary>
/// <param name="Id">A ULID.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Cover">The id of the photo in front.</param>
/// <param name="PageCount">How many pages its owner gave it.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ChangedAt">When its owner changed it last, in UTC.</param>
public sealed record BookCoverView(
    string Id, string Title, string? Cover, int PageCount, DateTime CreatedAt, DateTime ChangedAt)
{
    internal static BookCoverView Of(BookCover book) => new(
        book.Id.ToString(),
        book.Title.Text,
        book.Cover?.ToString(),
        book.Pages,
        book.CreatedAt.UtcDateTime,
        book.ChangedAt.UtcDateTime);
}
