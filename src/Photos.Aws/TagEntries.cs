using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>
/// What makes photos findable by tag: one small item per tag of a ready photo, beside the photo. Keys:
/// <c>SK = P#{id}#T#{time}#{tag}</c>. Index <c>Tags</c> sorts them by tag, time and id.
/// </summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <remarks>
/// No transaction spans a photo and its entries (decision 0024). Entries are written before the photo that needs them
/// and removed after the one that does not, so none is ever missing; and whoever reads them compares each with its
/// photo, so none that is out of date ever shows. <c>For</c>, the version that an entry was written for, keeps a
/// remover that comes late from removing what was written since.
/// </remarks>
internal sealed class TagEntries(IAmazonDynamoDB dynamo, string table)
{
    public const string ByTag = "Tags";

    // Below every character that a tag can hold, so that no tag reaches into another's stretch of the index.
    private const char Separator = '\u001f';

    /// <summary>Which entries belong to a photo: by time and tag.</summary>
    public static HashSet<(DateTime Time, PhotoTag Tag)> Of(Photo? photo) =>
        photo is { State: PhotoState.Ready } ? [.. photo.Tags.Select(tag => (photo.ListedAt, tag))] : [];

    /// <summary>The same as they are kept.</summary>
    public static IEnumerable<Dictionary<string, AttributeValue>> ItemsOf(Photo photo) =>
        Of(photo).Select(entry => Item(photo, entry.Time, entry.Tag));

    /// <summary>The tag's stretch of the index begins so.</summary>
    public static string Stretch(PhotoTag tag) => $"{tag}{Separator}";

    /// <summary>Where in the index an entry is.</summary>
    public static string Place(PhotoTag tag, DateTime time, PhotoId id) => Stretch(tag) + PhotoItem.Place(time, id);

    /// <summary>Which photo an item belongs to, and whether it is an entry of it or the photo itself.</summary>
    public static (string Photo, bool IsEntry) PhotoOf(Dictionary<string, AttributeValue> item)
    {
        var parts = item["SK"].S.Split('#');
        return (parts[1], parts.Length > 2);
    }

    /// <summary>The tag of an entry.</summary>
    public static PhotoTag Tag(Dictionary<string, AttributeValue> item) =>
        PhotoTag.Stored(item["Tagged"].S.Split(Separator)[0]);

    /// <summary>The key of an entry, from what the index gives.</summary>
    public static (PhotoId Id, DateTime Time) Read(Dictionary<string, AttributeValue> item)
    {
        var place = item["Tagged"].S.Split(Separator)[1].Split('#');
        return PhotoId.TryParse(place[1], out var id)
            ? (id, Words.WallTime(place[0]))
            : throw new InvalidDataException("A tag's entry is not one that this version wrote.");
    }

    /// <summary>Before a photo is written: what it needs beyond what is there.</summary>
    public Task AddAsync(Photo? before, Photo after, CancellationToken ct) =>
        Task.WhenAll(Of(after).Except(Of(before)).Select(entry => PutAsync(after, entry.Time, entry.Tag, ct)));

    /// <summary>After a photo was written: what it does not need any more.</summary>
    public Task RemoveAsync(Photo before, Photo after, CancellationToken ct) =>
        Task.WhenAll(Of(before).Except(Of(after)).Select(entry =>
            DeleteAsync(Key(before, entry.Time, entry.Tag), after.Version, ct)));

    /// <summary>After a photo could not be written: what was added for it and is not the present photo's.</summary>
    public Task TakeBackAsync(Photo? before, Photo refused, Photo? current, CancellationToken ct) =>
        Task.WhenAll(Of(refused).Except(Of(before)).Except(Of(current)).Select(entry =>
            DeleteAsync(Key(refused, entry.Time, entry.Tag), current?.Version ?? int.MaxValue, ct)));

    /// <summary>Every entry of a photo that is going, those included that a writer who died left behind.</summary>
    public async Task RemoveAllAsync(Photo photo, CancellationToken ct)
    {
        var query = PhotoItem.AllOf(table, photo.Owner, $"P#{photo.Id}#T#");
        query.ProjectionExpression = "PK, SK";
        await foreach (var keys in dynamo.AnswersAsync(query, ct))
            await Task.WhenAll(keys.Select(key => DeleteAsync(key, int.MaxValue, ct)));
    }

    private static Dictionary<string, AttributeValue> Key(Photo photo, DateTime time, PhotoTag tag)
    {
        var key = PhotoItem.Key(photo.Owner, photo.Id);
        key["SK"] = new($"{key["SK"].S}#T#{Words.Of(time)}#{tag}");
        return key;
    }

    private static Dictionary<string, AttributeValue> Item(Photo photo, DateTime time, PhotoTag tag)
    {
        var item = Key(photo, time, tag);
        item["Tagged"] = new(Place(tag, time, photo.Id));
        item["For"] = ItemAttributes.Of(photo.Version);
        return item;
    }

    private Task<bool> PutAsync(Photo photo, DateTime time, PhotoTag tag, CancellationToken ct)
    {
        var item = Item(photo, time, tag);
        return dynamo.PutIfAsync(
            new()
            {
                TableName = table,
                Item = item,
                ConditionExpression = "attribute_not_exists(PK) or #for < :for",
                ExpressionAttributeNames = new() { ["#for"] = "For" },
                ExpressionAttributeValues = new() { [":for"] = ItemAttributes.Of(photo.Version) },
            },
            ct);
    }

    // Where it is refused, somebody newer was here, or the entry is gone: both as it should be.
    private Task<bool> DeleteAsync(Dictionary<string, AttributeValue> key, int version, CancellationToken ct) =>
        dynamo.DeleteIfAsync(
            new()
            {
                TableName = table,
                Key = key,
                ConditionExpression = "#for <= :for",
                ExpressionAttributeNames = new() { ["#for"] = "For" },
                ExpressionAttributeValues = new() { [":for"] = ItemAttributes.Of(version) },
            },
            ct);
}
