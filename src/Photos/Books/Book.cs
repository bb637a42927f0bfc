using Photos.Library;

namespace Photos.Books;

/// <summary>A photo book.</summary>
/// <param name="Id">Unique among the owner's books.</param>
/// <param name="Owner">Whose book it is.</param>
/// <param name="Version">Counts changes from 1.</param>
/// <param name="Content">What the owner made of it.</param>
/// <param name="CreatedAt">When it was made, in UTC milliseconds.</param>
/// <param name="ChangedAt">When it was changed last, in UTC milliseconds.</param>
public sealed record Book(
    EntryId Id, OwnerId Owner, int Version, BookContent Content, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <inheritdoc cref="Book"/>
    public DateTimeOffset CreatedAt { get; } = Instant.Rounded(CreatedAt);

    /// <inheritdoc cref="Book"/>
    public DateTimeOffset ChangedAt { get; init; } = Instant.Rounded(ChangedAt);

    /// <summary>The next version; a store writes it if none came between.</summary>
    internal Book Become(BookContent content, DateTimeOffset now) =>
        this with { Version = Version + 1, Content = content, ChangedAt = Instant.Rounded(now) };
}

/// <summary>A book from outside: what a list shows of it.</summary>
/// <param name="Id">The book.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Cover">The photo in front; null for none.</param>
/// <param name="Pages">How many pages its owner gave it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ChangedAt">When it was changed last.</param>
public sealed record BookCover(
    EntryId Id, Line Title, PhotoId? Cover, int Pages, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <summary>The same without a cover that is one of the photos.</summary>
    internal BookCover Without(IReadOnlySet<PhotoId> gone) =>
        Cover is not null && gone.Contains(Cover) ? this with { Cover = null } : this;
}

/// <summary>A stretch of an owner's books.</summary>
/// <param name="Books">Newest first.</param>
/// <param name="Next">Behind which book the next stretch starts; null when this is the last.</param>
public sealed record BookList(IReadOnlyList<BookCover> Books, EntryId? Next)
{
    /// <summary>Makes a stretch from one book more than asked for, whose presence says that there is a next.</summary>
    public static BookList Of(List<BookCover> books, int limit) =>
        books.Count > limit ? new BookList(books[..limit], books[limit - 1].Id) : new BookList(books, null);
}
