using System.Runtime.CompilerServices;
using Photos.Library;

namespace Photos.Verification;

/// <summary>Looks at an owner's books and to-dos: whether lists find them, and which photos they refer to.</summary>
/// <param name="stores">The home.</param>
internal sealed class ShelfCheck(LibraryStores stores)
{
    // As many as one question about photos may be about.
    private const int Portion = 500;

    /// <summary>Everything that deviates, seen once.</summary>
    public async Task<IReadOnlyList<Deviation>> LookAsync(OwnerId owner, CancellationToken ct)
    {
        var wrong = new List<Deviation>();
        await foreach (var kept in stores.Records.ListBooksAsync(owner, ct))
        {
            wrong.AddRange(Flaws("book", kept, async (book, ct) =>
                await stores.Books.FindAsync(owner, book.Id, ct) is { } now
                && await stores.Books.ReplaceAsync(now with { Version = now.Version + 1 }, ct)));
        }

        await foreach (var kept in stores.Records.ListTodosAsync(owner, ct))
        {
            wrong.AddRange(Flaws("to-do", kept, async (todo, ct) =>
                await stores.Todos.FindAsync(owner, todo.Id, ct) is { } now
                && await stores.Todos.ReplaceAsync(now with { Version = now.Version + 1 }, ct)));
        }

        return wrong;
    }

    /// <summary>
    /// Books and to-dos that name photos which are gone for good. That is no deviation: they leave with the next change
    /// (decision 0028), and nobody is shown them until then.
    /// </summary>
    public async IAsyncEnumerable<string> NotesAsync(
        OwnerId owner, Tally tally, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var kept in stores.Records.ListBooksAsync(owner, ct))
        {
            tally.Books++;
            if (kept.Value?.Content.Photos is { Count: > 0 } photos
                && await GoneAsync(owner, photos, ct) is > 0 and var gone)
                yield return $"book {kept.Name} shows {gone} photos that are gone; they leave with its next change";
        }

        var todos = new List<PhotoId>();
        await foreach (var kept in stores.Records.ListTodosAsync(owner, ct))
        {
            tally.Todos++;
            if (kept.Value?.Content.Photo is { } photo)
                todos.Add(photo);
        }

        var lost = 0;
        foreach (var some in todos.Distinct().Chunk(Portion))
            lost += await GoneAsync(owner, some, ct);
        if (lost > 0)
            yield return $"to-dos of {owner} name {lost} photos that are gone; each leaves with their next change";
    }

    private static IEnumerable<Deviation> Flaws<T>(
        string kind, Kept<T> kept, Func<T, CancellationToken, Task<bool>> rewrite)
        where T : class
    {
        var place = $"{kind} {kept.Name}";
        return kept.Flaws.Select(flaw => kept.Value is { } value
            ? new Deviation(place, flaw, "repair writes its record anew")
            {
                Repair = async ct => RepairOutcome.Of(await rewrite(value, ct), "its record is written anew"),
            }
            : new Deviation(place, flaw, "restore it from a backup"));
    }

    private async Task<int> GoneAsync(OwnerId owner, IReadOnlyCollection<PhotoId> asked, CancellationToken ct) =>
        asked.Count - (await stores.Photos.KnownAsync(owner, asked, ct)).Count;
}
