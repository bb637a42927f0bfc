using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;
using Photos.Repeats;

namespace Photos.Aws;

/// <summary>Named requests as items of the one table: <c>SK = IDEM#{key}</c>.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <remarks>DynamoDB itself forgets them, some time behind their expiry; until then they are looked past.</remarks>
public sealed class DynamoRequestStore(IAmazonDynamoDB dynamo, string table) : IRequestStore
{
    /// <inheritdoc/>
    public async Task<KeyedRequest?> FindAsync(OwnerId owner, string key, DateTimeOffset now, CancellationToken ct) =>
        await dynamo.FindAsync(table, Key(owner, key), ct) is { } item
        && ToRequest(owner, key, item) is var request
        && request.ExpiresAt > now
            ? request
            : null;

    /// <inheritdoc/>
    public Task<bool> AddAsync(KeyedRequest request, DateTimeOffset now, CancellationToken ct) => dynamo.PutIfAsync(
        new()
        {
            TableName = table,
            Item = Item(request),
            ConditionExpression = "attribute_not_exists(PK) or ExpiresAt <= :now",
            ExpressionAttributeValues = new() { [":now"] = ItemAttributes.Of(now.ToUnixTimeSeconds()) },
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(KeyedRequest changed, CancellationToken ct) =>
        dynamo.ReplaceAsync(table, Item(changed), changed.Version - 1, ct);

    /// <inheritdoc/>
    /// <remarks>What has expired is not there, so no function needs to be allowed to delete.</remarks>
    public Task RemoveAsync(KeyedRequest request, CancellationToken ct) => dynamo.ReplaceAsync(
        table,
        Item(request with { Version = request.Version + 1, ExpiresAt = request.StartedAt.AddSeconds(-1) }),
        request.Version,
        ct);

    private static Dictionary<string, AttributeValue> Key(OwnerId owner, string key) =>
        new() { ["PK"] = PhotoItem.Partition(owner), ["SK"] = new($"IDEM#{key}") };

    private static Dictionary<string, AttributeValue> Item(KeyedRequest request)
    {
        var item = Key(request.Owner, request.Key);
        item.Write("Digest", request.Digest.Hex);
        item.Write("NewId", request.NewId.ToString());
        item.Write("Version", request.Version);
        item.Write("StartedAt", request.StartedAt.ToUnixTimeMilliseconds());
        item.Write("ExpiresAt", request.ExpiresAt.ToUnixTimeSeconds());
        item.Write("AnswerUntil", request.AnswerUntil?.ToUnixTimeMilliseconds());
        if (request.Answer is { } answer)
            item["Answer"] = new() { B = new MemoryStream(answer) };

        return item;
    }

    private static KeyedRequest ToRequest(OwnerId owner, string key, Dictionary<string, AttributeValue> item) => new()
    {
        Owner = owner,
        Key = key,
        Digest = Sha256.TryParse(item["Digest"].S, out var digest) ? digest : throw Damaged(),
        NewId = EntryId.Stored(item["NewId"].S),
        Version = (int)item.Number("Version")!,
        StartedAt = EntryItem.Instant(item, "StartedAt"),
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(item.Number("ExpiresAt")!.Value),
        Answer = item.TryGetValue("Answer", out var answer) ? answer.B.ToArray() : null,
        AnswerUntil = item.ContainsKey("AnswerUntil") ? EntryItem.Instant(item, "AnswerUntil") : null,
    };

    private static InvalidDataException Damaged() => new("A remembered request is damaged; restore a backup.");
}
