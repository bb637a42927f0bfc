using Photos.Library;
using Photos.Outcomes;

namespace Photos.Books;

/// <summary>An owner's books, whose pages show photos of that owner and nobody else's.</summary>
/// <param name="books">Where they are remembered.</param>
/// <param name="photos">Knows which photos there are.</param>
/// <param name="clock">Tells when something was changed.</param>
public sealed class BookShelf(IBookStore books, IPhotoStore photos, TimeProvider clock)
{
    /// <summary>
    /// Books, newest first, without covers that are gone for good; <paramref name="limit"/> is brought into 1 to 200.
    /// </summary>
    public async Task<BookList> ListAsync(OwnerId owner, EntryId? after, int limit, CancellationToken ct)
    {
        var list = await books.ListAsync(owner, after, Math.Clamp(limit, 1, PhotoLibrary.MaxPageSize), ct);
        var gone = await GoneAsync(owner, list.Books.Select(book => book.Cover).OfType<PhotoId>().ToHashSet(), ct);
        return list with { Books = [.. list.Books.Select(book => book.Without(gone))] };
    }

    /// <summary>The book, without the pages of photos that are gone for good.</summary>
    public async Task<Outcome<ShownBook>> FindAsync(OwnerId owner, EntryId id, CancellationToken ct)
    {
        if (await books.FindAsync(owner, id, ct) is not { } book)
            return Problem.Missing("book");

        return new ShownBook(book, await GoneAsync(owner, book.Content.Photos, ct));
    }

    /// <summary>Makes a book. Doing it again with the same id is the same as doing it once.</summary>
    public async Task<Outcome<ShownBook>> AddAsync(
        OwnerId owner, EntryId id, BookContent content, CancellationToken ct)
    {
        if (content.Objection(await GoneAsync(owner, content.Photos, ct)) is { } problem)
            return problem;

        var now = clock.GetUtcNow();
        var book = new Book(id, owner, Version: 1, content, now, now);
        return await books.AddAsync(book, ct) ? ShownBook.Whole(book) : await FindAsync(owner, id, ct);
    }

    /// <summary>Replaces what a book holds; anew when another change came first and the caller does not mind.</summary>
    /// <param name="owner">Whose book.</param>
    /// <param name="id">Which book.</param>
    /// <param name="expected">The versions that may be changed.</param>
    /// <param name="change">Makes the new content of the one before.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<ShownBook>> ChangeAsync(
        OwnerId owner,
        EntryId id,
        ExpectedVersion expected,
        Func<BookContent, Outcome<BookContent>> change,
        CancellationToken ct)
    {
        for (var attempt = 0; attempt < Contention.Attempts; attempt++)
        {
            if (await books.FindAsync(owner, id, ct) is not { } book)
                return Problem.Missing("book");
            if (!expected.Allows(book.Version))
                return Problem.Changed;
            if (!change(book.Content).Is(out var content, out var problem))
                return problem;

            // A photo that was in the book and is gone now leaves with this change; one that never was there is a
            // mistake of the caller, or the try to reach somebody else's.
            var gone = await GoneAsync(owner, content.Photos, ct);
            if (content.Objection(gone.Except(book.Content.Photos).ToHashSet()) is { } objection)
                return objection;

            var changed = book.Become(content.Without(gone), clock.GetUtcNow());
            if (await books.ReplaceAsync(changed, ct))
                return ShownBook.Whole(changed);

            await Contention.StepAsideAsync(attempt, ct);
        }

        return Problem.Busy("book");
    }

    /// <summary>Removes a book, for good; its photos stay.</summary>
    public async Task<Problem?> RemoveAsync(
        OwnerId owner, EntryId id, ExpectedVersion expected, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Contention.Attempts; attempt++)
        {
            if (await books.FindAsync(owner, id, ct) is not { } book)
                return Problem.Missing("book");
            if (!expected.Allows(book.Version))
                return Problem.Changed;
            if (await books.RemoveAsync(book, clock.GetUtcNow(), ct))
                return null;

            await Contention.StepAsideAsync(attempt, ct);
        }

        return Problem.Busy("book");
    }

    private async Task<HashSet<PhotoId>> GoneAsync(
        OwnerId owner, IReadOnlySet<PhotoId> asked, CancellationToken ct) =>
        asked.Count == 0 ? [] : [.. asked.Except(await photos.KnownAsync(owner, asked, ct))];
}

/// <summary>A book as it can be shown now.</summary>
/// <param name="Book">As it is remembered.</param>
/// <param name="Gone">Photos in it that are gone for good; they leave it with its next change.</param>
public sealed record ShownBook(Book Book, IReadOnlySet<PhotoId> Gone)
{
    /// <summary>What is left of it.</summary>
    public BookContent Content { get; } = Book.Content.Without(Gone);

    internal static ShownBook Whole(Book book) => new(book, new HashSet<PhotoId>());
}
