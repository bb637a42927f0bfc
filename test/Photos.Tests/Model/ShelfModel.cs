namespace Photos.Tests.Model;

/// <summary>What a book or a to-do has in common.</summary>
internal abstract class Entry(World world) : Thing
{
    protected DateTime CreatedAt { get; } = world.Now.UtcDateTime;

    protected DateTime ChangedAt { get; private set; } = world.Now.UtcDateTime;

    public bool IsGone { get; private set; }

    public Said Remove()
    {
        IsGone = true;
        return Said.Gone;
    }

    protected Said Changed()
    {
        (Revision, ChangedAt) = (Revision + 1, world.Now.UtcDateTime);
        return Said.Yes(this);
    }
}

/// <summary>What one book has to be.</summary>
internal sealed class BookModel(
    PersonModel owner, World world, string title, string? cover, IReadOnlyList<string> pages) : Entry(world)
{
    private string _title = title;
    private string? _cover = cover;
    private IReadOnlyList<string> _pages = pages;

    private IEnumerable<string> Photos => _pages.Concat(_cover is null ? [] : [_cover]);

    private string? ShownCover => _cover is null || IsLost(_cover) ? null : _cover;

    public override string Look() => $"{Revision} {string.Join(' ', Photos.Distinct().Where(IsLost).Order())}";

    public override object View() => new
    {
        Id,
        Title = _title,
        Cover = ShownCover,
        Pages = _pages.Where(owner.Has).Select(photo => new { PhotoId = photo }),
        CreatedAt,
        ChangedAt,
    };

    /// <summary>What a list shows, which counts pages whose photos are gone.</summary>
    public object Cover() => new
    {
        Id, Title = _title, Cover = ShownCover, PageCount = _pages.Count, CreatedAt, ChangedAt,
    };

    /// <summary>A title of null stays; the others are as they shall be.</summary>
    public Said Change(string? title, (bool Sent, string? Photo) cover, IReadOnlyList<string>? pages)
    {
        var wanted = (Cover: cover.Sent ? cover.Photo : _cover, Pages: pages ?? _pages);
        var photos = wanted.Pages.Concat(wanted.Cover is null ? [] : [wanted.Cover]);
        if (photos.Except(Photos).Any(IsLost))
            return Said.Missing;

        _title = title ?? _title;
        _cover = wanted.Cover is null || IsLost(wanted.Cover) ? null : wanted.Cover;
        _pages = [.. wanted.Pages.Where(owner.Has)];
        return Changed();
    }

    private bool IsLost(string photo) => !owner.Has(photo);
}

/// <summary>What one to-do has to be.</summary>
internal sealed class TodoModel(
    PersonModel owner, World world, string title, string? due, bool done, string? photo) : Entry(world)
{
    private string _title = title;
    private string? _photo = photo;

    public string? Due { get; private set; } = due;

    public bool Done { get; private set; } = done;

    private string? Shown => _photo is not null && owner.Has(_photo) ? _photo : null;

    public override string Look() => $"{Revision} {_photo != Shown}";

    public override object View() => new { Id, Title = _title, Due, Done, PhotoId = Shown, CreatedAt, ChangedAt };

    /// <summary>All of it, as a PUT says it.</summary>
    public Said Replace(string title, string? due, bool? done, string? photo) =>
        Become(title, due, done ?? photo is not null, photo);

    /// <summary>Some of it, as a PATCH says it.</summary>
    public Said Change(bool? done, (bool Sent, string? Day) due, (bool Sent, string? Photo) photo) => Become(
        _title,
        due.Sent ? due.Day : Due,
        done ?? (photo is { Sent: true, Photo: not null } || Done),
        photo.Sent ? photo.Photo : _photo);

    private Said Become(string title, string? due, bool done, string? photo)
    {
        if (photo is not null && photo != _photo && !owner.Has(photo))
            return Said.Missing;

        (_title, Due, Done) = (title, due, done);
        _photo = photo is not null && owner.Has(photo) ? photo : null;
        return Changed();
    }
}
