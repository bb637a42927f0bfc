namespace Photos.Tests.Model;

/// <summary>Where a photo stands, for those who look from outside.</summary>
internal enum Stage
{
    Announced,
    Ready,
    Trashed,

    /// <summary>Nobody sees it; its id is taken.</summary>
    Leaving,

    Gone,
}

/// <summary>What one photo has to be.</summary>
internal sealed class PhotoModel(Sample sample, World world) : Thing
{
    private static readonly TimeSpan Link = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset _addedAt;
    private DateTimeOffset? _trashedAt;
    private DateTimeOffset? _openUntil;
    private DateTimeOffset? _due;
    private string? _title;

    public Sample Sample { get; } = sample;

    public Stage Stage { get; private set; }

    public Sending? Original { get; private set; }

    public Sending? Preview { get; private set; }

    public Sending? Thumbnail { get; private set; }

    public DateTime Taken { get; private set; }

    public string TakenSource { get; private set; } = "";

    public bool Favourite { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public bool IsVisible => Stage is Stage.Ready or Stage.Trashed;

    /// <summary>Its place in the list that it is in.</summary>
    public DateTime Place => Stage == Stage.Trashed ? _trashedAt!.Value.UtcDateTime : Taken;

    private DateTimeOffset Now => world.Now;

    public override string Look() => $"{Revision} {Now.Ticks / TimeSpan.FromMinutes(30).Ticks}";

    public override object View() => new
    {
        Id,
        Sample.Name,
        Title = _title,
        Type = "image/jpeg",
        Bytes = Sample.Bytes.Length,
        Sample.Sha256,
        TakenAt = new
        {
            Local = Taken.ToString("s"),
            Offset = TakenSource == "upload" ? "+00:00" : null,
            Source = TakenSource,
        },
        AddedAt = _addedAt.UtcDateTime,
        Favourite,
        Tags,
        State = Stage == Stage.Ready ? "ready" : "trashed",
        TrashedAt = _trashedAt?.UtcDateTime,
        PurgeAt = (_trashedAt + TimeSpan.FromDays(30))?.UtcDateTime,
        Links = new[] { "original", Preview is null ? null : "preview", Thumbnail is null ? null : "thumbnail" }
            .OfType<string>(),
    };

    public Said Announce()
    {
        if (Original is { HasArrived: true } && Stage == Stage.Announced && Finish(null).Status < 300)
            return Said.Yes(this);
        if (Original is { HasArrived: false } && Stage == Stage.Announced && Now <= _addedAt + (Link / 2))
        {
            // Another link to the same place, for as long.
            world.Sign(_addedAt + Link);
            return new Said(201, () => new { Id }, this);
        }

        (Stage, _addedAt, _openUntil, _due) = (Stage.Announced, Now, Now + Link + Day, Now + Link);
        Original = world.Sign(Now + Link);
        TakeFilesDate(Now);
        return new Said(201, () => new { Id }, this);
    }

    public Said Finish(string? title)
    {
        if (IsVisible)
        {
            if (_title is null && title is not null)
                (_title, Revision) = (title, Revision + 1);
            return Said.Yes(this);
        }

        if (Stage != Stage.Announced)
            return Said.Missing;
        if (Now >= _openUntil)
            return Said.No(409, "too-late");
        if (Original is not { HasArrived: true })
            return Said.No(409, "not-uploaded");
        if (!Sample.IsPicture)
            return Said.No(415, "type-mismatch");

        (Stage, _addedAt, _title, _due, Revision) = (Stage.Ready, Now, title, _openUntil, Revision + 1);
        return Said.Yes(this, 201);
    }

    public Said Edit(Edit edit)
    {
        var before = (_title, Favourite, Taken, TakenSource, string.Join(' ', Tags));
        if (edit.SetsTitle)
            _title = edit.Title;
        Favourite = edit.Favourite ?? Favourite;
        Tags = [.. (edit.Tags ?? Tags).Union(edit.MoreTags).Except(edit.FewerTags).Order(StringComparer.Ordinal)];
        if (edit.Taken is { } taken)
            (Taken, TakenSource) = (taken, "client");
        else if (edit.ForgetsTaken)
            TakeFilesDate(_addedAt);

        Revision += before == (_title, Favourite, Taken, TakenSource, string.Join(' ', Tags)) ? 0 : 1;
        return Said.Yes(this);
    }

    public Said Trash()
    {
        if (Stage == Stage.Ready)
            (Stage, _trashedAt, _due, Revision) = (Stage.Trashed, Now, Now + TimeSpan.FromDays(30), Revision + 1);
        return Said.Yes(this);
    }

    public Said Restore()
    {
        if (Stage == Stage.Trashed)
            (Stage, _trashedAt, _due, Revision) = (Stage.Ready, null, _openUntil, Revision + 1);
        return Said.Yes(this);
    }

    public Said Purge()
    {
        if (Stage == Stage.Ready)
            return Said.No(409, "not-in-trash");

        (Stage, _due) = Now < _openUntil ? (Stage.Leaving, _openUntil) : (Stage.Gone, null);
        return Said.Gone;
    }

    public Said Copies(bool preview, bool thumbnail)
    {
        Preview = preview ? world.Sign(Now + Link) : Preview;
        Thumbnail = thumbnail ? world.Sign(Now + Link) : Thumbnail;
        (_openUntil, Revision) = (Now + Link + Day, Revision + 1);
        _due = Stage == Stage.Ready ? _openUntil : _due;
        return new Said(200, () => new
        {
            Preview = preview ? new object() : null,
            Thumbnail = thumbnail ? new object() : null,
        });
    }

    /// <summary>The sweep looks at it.</summary>
    public void Sweep()
    {
        if (_due is null || _due > Now)
            return;

        if (Stage == Stage.Leaving || (Stage == Stage.Announced && Now >= _openUntil + Day))
            (Stage, _due) = (Stage.Gone, null);
        else if (Stage == Stage.Trashed)
            Purge();
        else if (Stage == Stage.Ready)
            Close();
        else if (Finish(null).Status >= 300)
            _due = Now + (Now - _addedAt) is var again && again < _openUntil ? again : _openUntil + Day;
    }

    private void Close()
    {
        (_openUntil, _due, Revision) = (null, null, Revision + 1);
        Preview = Preview is { HasArrived: true } ? Preview : null;
        Thumbnail = Thumbnail is { HasArrived: true } ? Thumbnail : null;
    }

    private void TakeFilesDate(DateTimeOffset uploaded) => (Taken, TakenSource) = Sample.Taken is { } named
        ? (named, "name")
        : (uploaded.UtcDateTime, "upload");
}

/// <summary>Bytes that are on their way to a place of their own.</summary>
/// <param name="Link">Which link, in the order in which they were signed.</param>
/// <param name="LinkEnd">When the link dies.</param>
internal sealed record Sending(int Link, DateTimeOffset LinkEnd)
{
    public bool HasArrived { get; private set; }

    /// <summary>The client uses the link; a body that was begun in time may take some hours.</summary>
    public void Arrive(DateTimeOffset now) => HasArrived |= now < LinkEnd + TimeSpan.FromHours(20);
}

/// <summary>What somebody says of a photo.</summary>
internal sealed record Edit
{
    public bool SetsTitle { get; init; }

    public string? Title { get; init; }

    public bool? Favourite { get; init; }

    public DateTime? Taken { get; init; }

    public bool ForgetsTaken { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string> MoreTags { get; init; } = [];

    public IReadOnlyList<string> FewerTags { get; init; } = [];
}
