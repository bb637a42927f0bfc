namespace Photos.Library;

/// <content>The arrows between the states: each gives the next version, for one conditional write.</content>
public sealed partial record Photo
{
    /// <summary>How long the trash keeps a photo.</summary>
    internal static readonly TimeSpan TrashTime = TimeSpan.FromDays(30);

    /// <summary>How much longer than its link an upload can take that began in time.</summary>
    internal static readonly TimeSpan SlowBodyTime = TimeSpan.FromDays(1);

    /// <summary>Between the last moment to become a photo and being given up: longer than any worker stalls.</summary>
    private static readonly TimeSpan StallTime = TimeSpan.FromDays(1);

    // A worker that dies between a move and its counting leaves the counting to the sweep.
    private static readonly TimeSpan CountingTime = TimeSpan.FromMinutes(5);

    /// <summary>It can still become a photo.</summary>
    internal bool IsOpen(DateTimeOffset now) => now < OpenUntil;

    /// <summary>It never became a photo, and nobody can be about to make it one.</summary>
    internal bool IsAbandoned(DateTimeOffset now) => OpenUntil is null || now >= OpenUntil + StallTime;

    /// <summary>A file that is about to be sent, by a link that ends at <paramref name="linkEnd"/>.</summary>
    internal static Photo Announce(
        OwnerId owner, PhotoId id, ImageFile file, TakenAt takenAt, DateTimeOffset now, DateTimeOffset linkEnd) => new()
    {
        Id = id,
        Owner = owner,
        File = file,
        Original = ImageKey.New(owner, id),
        Version = 1,
        State = PhotoState.Pending,
        TakenAt = takenAt,
        AddedAt = now,
        OpenUntil = linkEnd + SlowBodyTime,
        Due = linkEnd,
    };

    /// <summary>The same bytes are announced again, perhaps under another name.</summary>
    /// <remarks>
    /// To a place of their own: what lies at the old one may have been chosen for removal already, and the time to
    /// become a photo begins anew.
    /// </remarks>
    internal Photo Reannounce(ImageFile file, TakenAt takenAt, DateTimeOffset now, DateTimeOffset linkEnd) => this with
    {
        Version = Version + 1,
        State = PhotoState.Pending,
        File = file,
        Original = ImageKey.New(Owner, Id),
        TakenAt = takenAt,
        AddedAt = now,
        OpenUntil = linkEnd + SlowBodyTime,
        Due = linkEnd,
    };

    /// <summary>Its bytes are there: from here on it is not given up while it can become a photo.</summary>
    internal Photo Claim() => this with { Version = Version + 1, State = PhotoState.Claimed };

    /// <summary>Its bytes are what was announced, and are kept: it is a photo.</summary>
    internal Photo Commit(ReadImage image, Line? title, DateTimeOffset now) =>
        (this with
        {
            State = PhotoState.Ready,
            AddedAt = now,
            Facts = image.Facts,
            TakenAt = image.TakenAt ?? TakenAt,
            Title = title,
        }).Moved(UsageMove.Added, now);

    /// <summary>To the trash.</summary>
    internal Photo Trash(DateTimeOffset now) =>
        (this with { State = PhotoState.Trashed, TrashedAt = now }).Moved(UsageMove.Trashed, now);

    /// <summary>Back from the trash, as it was.</summary>
    internal Photo Restore(DateTimeOffset now) =>
        (this with { State = PhotoState.Ready, TrashedAt = null }).Moved(UsageMove.Restored, now);

    /// <summary>Out of the trash for good.</summary>
    internal Photo Purge(DateTimeOffset now) =>
        (this with { State = PhotoState.Purging, TrashedAt = null }).Moved(UsageMove.Purged, now);

    /// <summary>An upload that never became a photo is over.</summary>
    internal Photo GiveUp(DateTimeOffset now) =>
        (this with { Version = Version + 1, State = PhotoState.Purging }).At(now);

    /// <summary>It was announced a moment ago, and nobody was given a link.</summary>
    internal Photo Withdraw(DateTimeOffset now) => GiveUp(now) with { OpenUntil = null, Due = now };

    /// <summary>Its owner's usage has taken in what it owed.</summary>
    internal Photo Settle(DateTimeOffset now) => (this with { Version = Version + 1, Owed = null }).At(now);

    /// <summary>Nothing has arrived yet: the sweep looks again, each time after twice the time.</summary>
    internal Photo Postpone(DateTimeOffset now)
    {
        var again = now + (now - AddedAt);
        return this with { Version = Version + 1, Due = again < OpenUntil ? again : OpenUntil + StallTime };
    }

    /// <summary>Copies are about to be sent to new places; a place of null stays as it is.</summary>
    internal Photo OfferCopies(ImageKey? preview, ImageKey? thumbnail, DateTimeOffset now, DateTimeOffset linkEnd) =>
        (this with
        {
            Version = Version + 1,
            Preview = preview ?? Preview,
            Thumbnail = thumbnail ?? Thumbnail,
            OpenUntil = linkEnd + SlowBodyTime,
        }).At(now);

    /// <summary>Nothing can arrive any more: of the copies, those remain that did.</summary>
    internal Photo Close(IReadOnlySet<ImageKey> stored, DateTimeOffset now) => (this with
    {
        Version = Version + 1,
        Preview = Preview is not null && stored.Contains(Preview) ? Preview : null,
        Thumbnail = Thumbnail is not null && stored.Contains(Thumbnail) ? Thumbnail : null,
        OpenUntil = null,
    }).At(now);

    private Photo Moved(UsageMove move, DateTimeOffset now) => this with
    {
        Version = Version + 1,
        Owed = new UsageMark(move, Version + 1),
        Due = now + CountingTime,
    };

    private Photo At(DateTimeOffset now) => this with
    {
        Due = Owed is not null ? now + CountingTime : State switch
        {
            PhotoState.Pending or PhotoState.Claimed => Due,
            PhotoState.Ready => OpenUntil,
            PhotoState.Trashed => PurgeAt,
            PhotoState.Purging => OpenUntil > now ? OpenUntil : now,
        },
    };
}
