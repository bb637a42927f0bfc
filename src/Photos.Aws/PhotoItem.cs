using Amazon.DynamoDBv2.Model;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Aws;

/// <summary>
/// A photo as a DynamoDB item. Keys: <c>PK = U#{owner}</c>, <c>SK = P#{id}</c>. Index <c>Timeline</c> sorts by
/// <c>{state}#{time}#{id}</c>, index <c>Content</c> by <c>Sha256</c>; both share the partition, so a caller's token
/// bounds everything a query can see.
/// </summary>
internal static class PhotoItem
{
    public const string ByTime = "Timeline";
    public const string ByContent = "Content";

    public static AttributeValue Partition(OwnerId owner) => new($"U#{owner}");

    /// <summary>
    /// 0 to 15, and the same for ever: spreads what would be one hot key over sixteen. The last character of a ULID is
    /// random in all of its 32 values.
    /// </summary>
    public static int ShardOf(PhotoId id) => id.ToString()[^1] % 16;

    public static string TimelineOf(PhotoState state) => $"{Words.Of(state)}#";

    public static Dictionary<string, AttributeValue> Key(OwnerId owner, PhotoId id) =>
        new() { ["PK"] = Partition(owner), ["SK"] = new($"P#{id}") };

    /// <summary>Where a query of ready photos goes on; the photo itself need not exist any more.</summary>
    public static Dictionary<string, AttributeValue> Position(OwnerId owner, PhotoCursor cursor)
    {
        var position = Key(owner, cursor.Id);
        position["Timeline"] = new($"{TimelineOf(PhotoState.Ready)}{Words.Of(cursor.Local)}#{cursor.Id}");
        return position;
    }

    public static Dictionary<string, AttributeValue> Of(Photo photo)
    {
        var item = Key(photo.Owner, photo.Id);
        item["Timeline"] = new($"{TimelineOf(photo.State)}{Words.Of(TimelineTime(photo))}#{photo.Id}");

        item.Write("Version", photo.Version);
        item.Write("State", Words.Of(photo.State));
        item.Write("Name", photo.File.Name.Text);
        item.Write("Type", photo.File.Type.Text);
        item.Write("Bytes", photo.File.Bytes);
        item.Write("Sha256", photo.File.Sha256.Hex);
        item.Write("Original", photo.Original.Text);
        item.Write("AddedAt", photo.AddedAt.ToUnixTimeMilliseconds());
        item.Write("TakenLocal", Words.Of(photo.TakenAt.Local));
        item.Write("TakenOffset", (long?)photo.TakenAt.Offset?.TotalMinutes);
        item.Write("TakenSource", Words.Of(photo.TakenAt.Source));
        item.Write("TrashedAt", photo.TrashedAt?.ToUnixTimeMilliseconds());
        item.Write("Title", photo.Title?.Text);
        item.Write("Preview", photo.Preview?.Text);
        item.Write("Thumbnail", photo.Thumbnail?.Text);
        item.Write("Width", photo.Facts.Size?.Width);
        item.Write("Height", photo.Facts.Size?.Height);
        item.Write("Orientation", photo.Facts.Orientation);
        item.Write("CameraMake", photo.Facts.Camera?.Make);
        item.Write("CameraModel", photo.Facts.Camera?.Model);
        item.Write("Latitude", photo.Facts.Place?.Latitude);
        item.Write("Longitude", photo.Facts.Place?.Longitude);
        return item;
    }

    public static Photo ToPhoto(OwnerId owner, Dictionary<string, AttributeValue> item) => new()
    {
        Id = PhotoId.TryParse(item["SK"].S[2..], out var id) ? id : throw Damaged(item),
        Owner = owner,
        Version = (int)item.Number("Version")!,
        State = Words.State(item["State"].S),
        File = ToFile(item).Is(out var file, out _) ? file : throw Damaged(item),
        Original = ImageKey.Stored(item["Original"].S),
        AddedAt = Instant(item.Number("AddedAt")!.Value),
        TakenAt = new TakenAt(
            Words.WallTime(item["TakenLocal"].S),
            item.Number("TakenOffset") is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Words.Source(item["TakenSource"].S)),
        TrashedAt = item.Number("TrashedAt") is { } trashed ? Instant(trashed) : null,
        Title = PhotoTitle.From(item.Text("Title")).Is(out var title, out _) ? title : null,
        Preview = item.Text("Preview") is { } preview ? ImageKey.Stored(preview) : null,
        Thumbnail = item.Text("Thumbnail") is { } thumbnail ? ImageKey.Stored(thumbnail) : null,
        Facts = ToFacts(item),
    };

    private static Outcome<ImageFile> ToFile(Dictionary<string, AttributeValue> item) =>
        ImageFile.From(item["Name"].S, item["Type"].S, item.Number("Bytes"), item["Sha256"].S);

    private static ImageFacts ToFacts(Dictionary<string, AttributeValue> item)
    {
        var (make, model) = (item.Text("CameraMake"), item.Text("CameraModel"));
        return new ImageFacts(
            item.Number("Width") is { } width ? new PixelSize((int)width, (int)item.Number("Height")!) : null,
            (int?)item.Number("Orientation"),
            make is null && model is null ? null : new Camera(make, model),
            item.Fraction("Latitude") is { } latitude ? new Place(latitude, item.Fraction("Longitude")!.Value) : null);
    }

    // The library by wall time; the trash and the uploads under way by when they came there.
    private static DateTime TimelineTime(Photo photo) => photo.State switch
    {
        PhotoState.Pending => photo.AddedAt.UtcDateTime,
        PhotoState.Ready => photo.TakenAt.Local,
        PhotoState.Trashed => photo.TrashedAt!.Value.UtcDateTime,
    };

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static InvalidDataException Damaged(Dictionary<string, AttributeValue> item) =>
        new($"The item {item["SK"].S} is not one that this version wrote; restore it from a backup.");
}
