using Photos.Library;
using Photos.Outcomes;

namespace Photos.Todos;

/// <summary>An owner's shot list: what to photograph, until when, and which photo did it.</summary>
/// <param name="todos">Where it is remembered.</param>
/// <param name="photos">Knows which photos there are.</param>
/// <param name="clock">Tells when something was changed.</param>
public sealed class TodoShelf(ITodoStore todos, IPhotoStore photos, TimeProvider clock)
{
    /// <summary>To-dos, first due first; <paramref name="limit"/> is brought into 1 to 200.</summary>
    public async Task<(IReadOnlyList<ShownTodo> Todos, TodoCursor? Next)> ListAsync(
        OwnerId owner, bool? done, TodoCursor? after, int limit, CancellationToken ct)
    {
        var list = await todos.ListAsync(owner, done, after, Math.Clamp(limit, 1, PhotoLibrary.MaxPageSize), ct);
        return (await ShowAsync(owner, list.Todos, ct), list.Next);
    }

    /// <summary>The to-do, without a photo that is gone for good.</summary>
    public async Task<Outcome<ShownTodo>> FindAsync(OwnerId owner, EntryId id, CancellationToken ct) =>
        await todos.FindAsync(owner, id, ct) is { } todo
            ? (await ShowAsync(owner, [todo], ct))[0]
            : Problem.Missing("to-do");

    /// <summary>Writes a to-do down. Doing it again with the same id is the same as doing it once.</summary>
    public async Task<Outcome<ShownTodo>> AddAsync(OwnerId owner, EntryId id, TodoContent content, CancellationToken ct)
    {
        if (content.Photo is { } photo && !await IsKnownAsync(owner, photo, ct))
            return Problem.Missing("photo", "photoId");

        var now = clock.GetUtcNow();
        var todo = new Todo(id, owner, Version: 1, content, now, now);
        return await todos.AddAsync(todo, ct) ? new ShownTodo(todo, content) : await FindAsync(owner, id, ct);
    }

    /// <summary>Replaces what a to-do says; anew when another change came first and the caller does not mind.</summary>
    /// <param name="owner">Whose to-do.</param>
    /// <param name="id">Which one.</param>
    /// <param name="expected">The versions that may be changed.</param>
    /// <param name="change">Makes the new content of the one before.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<ShownTodo>> ChangeAsync(
        OwnerId owner,
        EntryId id,
        ExpectedVersion expected,
        Func<TodoContent, Outcome<TodoContent>> change,
        CancellationToken ct)
    {
        for (var attempt = 0; attempt < Contention.Attempts; attempt++)
        {
            if (await todos.FindAsync(owner, id, ct) is not { } todo)
                return Problem.Missing("to-do");
            if (!expected.Allows(todo.Version))
                return Problem.Changed;
            if (!change(todo.Content).Is(out var content, out var problem))
                return problem;

            // A photo that was there already and is gone now leaves with this change.
            if (content.Photo is { } photo && !await IsKnownAsync(owner, photo, ct))
            {
                if (photo != todo.Content.Photo)
                    return Problem.Missing("photo", "photoId");
                content = content with { Photo = null };
            }

            var changed = todo.Become(content, clock.GetUtcNow());
            if (await todos.ReplaceAsync(changed, ct))
                return new ShownTodo(changed, content);

            await Contention.StepAsideAsync(attempt, ct);
        }

        return Problem.Busy("to-do");
    }

    /// <summary>Removes a to-do, for good.</summary>
    public async Task<Problem?> RemoveAsync(OwnerId owner, EntryId id, ExpectedVersion expected, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Contention.Attempts; attempt++)
        {
            if (await todos.FindAsync(owner, id, ct) is not { } todo)
                return Problem.Missing("to-do");
            if (!expected.Allows(todo.Version))
                return Problem.Changed;
            if (await todos.RemoveAsync(todo, clock.GetUtcNow(), ct))
                return null;

            await Contention.StepAsideAsync(attempt, ct);
        }

        return Problem.Busy("to-do");
    }

    private async Task<IReadOnlyList<ShownTodo>> ShowAsync(
        OwnerId owner, IReadOnlyList<Todo> found, CancellationToken ct)
    {
        var asked = found.Select(todo => todo.Content.Photo).OfType<PhotoId>().Distinct().ToArray();
        var known = asked is [] ? null : await photos.KnownAsync(owner, asked, ct);
        return [.. found.Select(todo => new ShownTodo(
            todo, todo.Content.Photo is { } photo && !known!.Contains(photo)
                ? todo.Content with { Photo = null }
                : todo.Content))];
    }

    private async Task<bool> IsKnownAsync(OwnerId owner, PhotoId photo, CancellationToken ct) =>
        (await photos.KnownAsync(owner, [photo], ct)).Count == 1;
}

/// <summary>A to-do as it can be shown now.</summary>
/// <param name="Todo">As it is remembered.</param>
/// <param name="Content">What is left of it: a photo that is gone for good is not shown.</param>
public sealed record ShownTodo(Todo Todo, TodoContent Content);
