namespace Photos.Library;

/// <summary>What the library remembers of a picture, which itself lives in an <see cref="IImageStore"/>.</summary>
/// <remarks>Each method below gives the next version; a store writes it if none came between.</remarks>
public sealed record Photo
{
    /// <summary>How long the trash keeps a photo.</summary>
    internal static readonly TimeSpan TrashTime = TimeSpan.FromDays(30);

    private readonly DateTimeOffset _addedAt;
    private readonly DateTimeOffset? _trashedAt;

    /// <summary>Unique within the owner's library.</summary>
    public required PhotoId Id { get; init; }

    /// <summary>Whose photo it is.</summary>
    public required OwnerId Owner { get; init; }

    /// <summary>The original: its name, type, size and digest.</summary>
    public required ImageFile File { get; init; }

    /// <summary>Where the original's bytes are. Never used for other bytes.</summary>
    public required ImageKey Original { get; init; }

    /// <summary>Counts changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Where the photo stands.</summary>
    public required PhotoState State { get; init; }

    /// <summary>Decides the order of the library.</summary>
    public required TakenAt TakenAt { get; init; }

    /// <summary>When it became part of the library (while pending: was announced), in UTC milliseconds.</summary>
    public required DateTimeOffset AddedAt
    {
        get => _addedAt;
        init => _addedAt = Milliseconds(value);
    }

    /// <summary>When it went to the trash, in UTC milliseconds; null outside the trash.</summary>
    public DateTimeOffset? TrashedAt
    {
        get => _trashedAt;
        init => _trashedAt = value is { } time ? Milliseconds(time) : null;
    }

    /// <summary>What the owner calls it; null when they never said.</summary>
    public PhotoTitle? Title { get; init; }

    /// <summary>What the file itself tells of the picture.</summary>
    public ImageFacts Facts { get; init; } = ImageFacts.None;

    /// <summary>A copy for a whole screen, made by a client; null while there is none.</summary>
    public ImageKey? Preview { get; init; }

    /// <summary>A copy for a grid, made by a client; null while there is none.</summary>
    public ImageKey? Thumbnail { get; init; }

    /// <summary>When the trash lets go of it; null outside the trash.</summary>
    public DateTimeOffset? PurgeAt => TrashedAt + TrashTime;

    /// <summary>The bytes have arrived and are what was announced.</summary>
    internal Photo Finish(ReadImage image, PhotoTitle? title, DateTimeOffset now) => this with
    {
        Version = Version + 1,
        State = PhotoState.Ready,
        AddedAt = now,
        Facts = image.Facts,
        TakenAt = image.TakenAt ?? TakenAt,
        Title = title,
    };

    /// <summary>To the trash.</summary>
    internal Photo Trash(DateTimeOffset now) =>
        this with { Version = Version + 1, State = PhotoState.Trashed, TrashedAt = now };

    /// <summary>Back from the trash, as it was.</summary>
    internal Photo Restore() => this with { Version = Version + 1, State = PhotoState.Ready, TrashedAt = null };

    // Stores keep milliseconds. Rounding here, once, keeps a photo equal to itself after a round trip.
    private static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
