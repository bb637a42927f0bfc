using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Aws;

/// <summary>
/// A photo as a DynamoDB item. Keys: <c>PK = U#{owner}</c>, <c>SK = P#{id}</c>. Index <c>Timeline</c> sorts by
/// <c>{state}#{time}#{id}</c>, index <c>Favourites</c>, in which only ready favourites are, by <c>{time}#{id}</c>, and
/// index <c>Content</c> by <c>Sha256</c>; all share the partition, so a caller's token bounds everything a query can
/// see. Index <c>Sweep</c> is the sweep's: <c>SweepShard</c>, <c>due#{0..15}</c>, and <c>SweepAt</c>, only on what is
/// due at some time.
/// </summary>
internal static class PhotoItem
{
    public const string ByTime = "Timeline";
    public const string ByContent = "Content";
    public const string ByFavourite = "Favourites";
    public const string ByDue = "Sweep";
    public const int Shards = 16;

    private const string OwnerMark = "U#";

    public static AttributeValue Partition(OwnerId owner) => new($"{OwnerMark}{owner}");

    /// <summary>Everything of an owner whose sort key begins so, as the last writes left it.</summary>
    public static QueryRequest AllOf(string table, OwnerId owner, string prefix) => new()
    {
        TableName = table,
        KeyConditionExpression = "PK = :owner and begins_with(SK, :prefix)",
        ExpressionAttributeValues = new() { [":owner"] = Partition(owner), [":prefix"] = new(prefix) },
        ConsistentRead = true,
    };

    /// <summary>Whose partition it is; false for one that is nobody's.</summary>
    public static bool TryReadOwner(string partition, [NotNullWhen(true)] out OwnerId? owner)
    {
        owner = null;
        return partition.StartsWith(OwnerMark, StringComparison.Ordinal)
            && OwnerId.TryParse(partition[OwnerMark.Length..], out owner);
    }

    /// <summary>
    /// 0 to 15, and the same for ever: spreads what would be one hot key over sixteen. The last character of a ULID is
    /// random in all of its 32 values.
    /// </summary>
    public static int ShardOf(PhotoId id) => id.ToString()[^1] % Shards;

    public static string DueShard(int shard) => $"due#{shard}";

    /// <summary>What a list begins with; a photo that is being finished still is an upload under way.</summary>
    public static string TimelineOf(PhotoState state) =>
        $"{Words.Of(state == PhotoState.Claimed ? PhotoState.Pending : state)}#";

    /// <summary>A photo's place in its list, as text that sorts as the places do.</summary>
    public static string Place(DateTime time, PhotoId id) => $"{Words.Of(time)}#{id}";

    public static Dictionary<string, AttributeValue> Key(OwnerId owner, PhotoId id) =>
        new() { ["PK"] = Partition(owner), ["SK"] = new($"P#{id}") };

    public static PhotoName ToName(Dictionary<string, AttributeValue> item) =>
        OwnerId.TryParse(item["PK"].S[2..], out var owner) && PhotoId.TryParse(item["SK"].S[2..], out var id)
            ? new PhotoName(owner, id)
            : throw Damaged(item);

    public static Dictionary<string, AttributeValue> Of(Photo photo)
    {
        var item = Key(photo.Owner, photo.Id);
        item["Timeline"] = new($"{TimelineOf(photo.State)}{Place(photo.ListedAt, photo.Id)}");

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
        item.Write("Caption", photo.Caption?.Text);
        item.Write("Owed", photo.Owed?.ToString());
        item.Write("OpenUntil", photo.OpenUntil?.ToUnixTimeMilliseconds());
        item.Write("SweepAt", photo.Due?.ToUnixTimeMilliseconds());
        item.Write("SweepShard", photo.Due is null ? null : DueShard(ShardOf(photo.Id)));
        item.Write("Favourites", Favourite(photo));
        if (photo.Favourite)
            item["Favourite"] = new() { BOOL = true };
        if (photo.Tags.Count > 0)
            item["Tags"] = new() { L = [.. photo.Tags.Select(tag => new AttributeValue(tag.Text))] };
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
        Title = Line.From("title", item.Text("Title"), Photo.LongestTitle).Is(out var title, out _) ? title : null,
        Caption = item.Text("Caption") is { } caption ? Line.Stored(caption) : null,
        Owed = item.Text("Owed") is { } owed ? UsageMark.Stored(owed) : null,
        OpenUntil = item.Number("OpenUntil") is { } open ? Instant(open) : null,
        Due = item.Number("SweepAt") is { } due ? Instant(due) : null,
        Favourite = item.ContainsKey("Favourite"),
        Tags = item.TryGetValue("Tags", out var tags) ? PhotoTags.Stored(tags.L.Select(tag => tag.S)) : PhotoTags.None,
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

    private static string? Favourite(Photo photo) =>
        photo is { Favourite: true, State: PhotoState.Ready } ? Place(photo.ListedAt, photo.Id) : null;

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static InvalidDataException Damaged(Dictionary<string, AttributeValue> item) =>
        new($"The item {item["SK"].S} is not one that this version wrote; restore it from a backup.");
}
