namespace Photos.Library;

/// <summary>What the library remembers of a picture, which itself lives in an <see cref="IImageStore"/>.</summary>
/// <remarks>
/// Each method of <c>Photo.Changes.cs</c> gives the next version; a store writes it if none came between.
/// </remarks>
public sealed partial record Photo
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 120;

    /// <summary>The most characters of a caption.</summary>
    public const int LongestCaption = 2000;

    private readonly DateTimeOffset _addedAt;
    private readonly DateTimeOffset? _trashedAt;
    private readonly DateTimeOffset? _openUntil;
    private readonly DateTimeOffset? _due;

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
        init => _trashedAt = Milliseconds(value);
    }

    /// <summary>
    /// Until when bytes can still arrive for it: the end of its last link, and a day more for bodies that travel
    /// slowly. Null once the sweep has looked after that moment.
    /// </summary>
    public DateTimeOffset? OpenUntil
    {
        get => _openUntil;
        init => _openUntil = Milliseconds(value);
    }

    /// <summary>When the sweep has to look at it; null when it need not.</summary>
    public DateTimeOffset? Due
    {
        get => _due;
        init => _due = Milliseconds(value);
    }

    /// <summary>The move that its owner's usage may not have taken in yet; null when it has.</summary>
    public UsageMark? Owed { get; init; }

    /// <summary>What the owner calls it; null when they never said.</summary>
    public Line? Title { get; init; }

    /// <summary>What the owner tells of it; null when they never did.</summary>
    public Line? Caption { get; init; }

    /// <summary>Whether it is one of those that the owner likes best.</summary>
    public bool Favourite { get; init; }

    /// <summary>The owner's own words to find it by.</summary>
    public PhotoTags Tags { get; init; } = PhotoTags.None;

    /// <summary>What the file itself tells of the picture.</summary>
    public ImageFacts Facts { get; init; } = ImageFacts.None;

    /// <summary>A copy for a whole screen, made by a client; null while there is none.</summary>
    public ImageKey? Preview { get; init; }

    /// <summary>A copy for a grid, made by a client; null while there is none.</summary>
    public ImageKey? Thumbnail { get; init; }

    /// <summary>When the trash lets go of it; null outside the trash.</summary>
    public DateTimeOffset? PurgeAt => TrashedAt + TrashTime;

    /// <summary>
    /// Its place in the list that it is in: the library by wall time, the others by when it came there.
    /// </summary>
    public DateTime ListedAt => State switch
    {
        PhotoState.Ready => TakenAt.Local,
        PhotoState.Trashed => TrashedAt!.Value.UtcDateTime,
        PhotoState.Pending or PhotoState.Claimed or PhotoState.Purging => AddedAt.UtcDateTime,
    };

    /// <summary>Announced, and not yet counted in what its owner keeps.</summary>
    public bool IsComing =>
        State is PhotoState.Pending or PhotoState.Claimed || Owed is { Move: UsageMove.Added };

    /// <summary>Every place where bytes of it may be.</summary>
    internal IEnumerable<ImageKey> Keys => new[] { Original, Preview, Thumbnail }.OfType<ImageKey>();

    // Stores keep milliseconds. Rounding here, once, keeps a photo equal to itself after a round trip.
    private static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private static DateTimeOffset? Milliseconds(DateTimeOffset? time) =>
        time is { } known ? Milliseconds(known) : null;
}
