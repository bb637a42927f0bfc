using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>
/// What books and to-dos have in common as DynamoDB items. Keys: the owner's partition, <c>SK = {letter}#{id}</c>.
/// Index <c>Shelf</c> holds what lists show, in the order of lists; what is removed has no place in it.
/// </summary>
internal static class EntryItem
{
    public const string ByShelf = "Shelf";

    public static Dictionary<string, AttributeValue> Key(OwnerId owner, char letter, EntryId id) =>
        new() { ["PK"] = PhotoItem.Partition(owner), ["SK"] = new($"{letter}#{id}") };

    /// <summary>The id stays taken; DynamoDB itself lets go of it, some time behind its expiry.</summary>
    public static Dictionary<string, AttributeValue> Tombstone(
        Dictionary<string, AttributeValue> key, int version, DateTimeOffset now)
    {
        var item = new Dictionary<string, AttributeValue>(key);
        item.Write("Version", version);
        item.Write("ExpiresAt", (now + Photos.Tombstone.Lifetime).ToUnixTimeSeconds());
        return item;
    }

    public static bool IsTombstone(Dictionary<string, AttributeValue> item) => item.ContainsKey("ExpiresAt");

    public static EntryId Id(Dictionary<string, AttributeValue> item) => EntryId.Stored(item["SK"].S[2..]);

    public static PhotoId? Photo(Dictionary<string, AttributeValue> item, string name) =>
        PhotoId.TryParse(item.Text(name), out var photo) ? photo : null;

    public static DateTimeOffset Instant(Dictionary<string, AttributeValue> item, string name) =>
        DateTimeOffset.FromUnixTimeMilliseconds(item.Number(name)!.Value);

    /// <summary>A page of an index, from behind a position, with one item more than wanted.</summary>
    public static QueryRequest Query(string table, OwnerId owner, string index, string prefix, int limit) => new()
    {
        TableName = table,
        IndexName = index,
        KeyConditionExpression = $"PK = :owner and begins_with({index}, :prefix)",
        ExpressionAttributeValues = new() { [":owner"] = PhotoItem.Partition(owner), [":prefix"] = new(prefix) },
        Limit = limit + 1,
        ConsistentRead = true,
    };

    /// <summary>Where a query of an index goes on; what was there need not exist any more.</summary>
    public static Dictionary<string, AttributeValue> Position(
        Dictionary<string, AttributeValue> key, string index, string place) => new(key) { [index] = new(place) };
}
