using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Asks for many photos in few calls.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
internal sealed class PhotoLookup(IAmazonDynamoDB dynamo, string table)
{
    /// <summary>The most keys of one call.</summary>
    private const int BatchSize = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Those of the photos that their owner can see, in the library or in its trash.</summary>
    public async Task<IReadOnlySet<PhotoId>> KnownAsync(
        OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct)
    {
        var found = await FindAsync(owner, ids, "PK, SK, #state", new() { ["#state"] = "State" }, ct);
        return found
            .Where(item => Words.State(item["State"].S).IsVisible())
            .Select(item => PhotoItem.ToName(item).Id)
            .ToHashSet();
    }

    /// <summary>Those of the photos that there are, in any state.</summary>
    public async Task<Dictionary<PhotoId, Photo>> FindAsync(
        OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct) =>
        (await FindAsync(owner, ids, projection: null, names: null, ct))
            .Select(item => PhotoItem.ToPhoto(owner, item))
            .ToDictionary(photo => photo.Id);

    private async Task<IEnumerable<Dictionary<string, AttributeValue>>> FindAsync(
        OwnerId owner,
        IReadOnlyCollection<PhotoId> ids,
        string? projection,
        Dictionary<string, string>? names,
        CancellationToken ct)
    {
        var batches = ids.Distinct().Chunk(BatchSize).Select(batch => FindAsync(
            new KeysAndAttributes
            {
                Keys = [.. batch.Select(id => PhotoItem.Key(owner, id))],
                ConsistentRead = true,
                ProjectionExpression = projection,
                ExpressionAttributeNames = names,
            },
            ct));
        return (await Task.WhenAll(batches)).SelectMany(found => found);
    }

    private async Task<List<Dictionary<string, AttributeValue>>> FindAsync(KeysAndAttributes keys, CancellationToken ct)
    {
        var found = new List<Dictionary<string, AttributeValue>>();
        var ask = new Dictionary<string, KeysAndAttributes> { [table] = keys };

        // What the table had no capacity for comes back as a question to be asked again.
        for (var pause = Pause; ask is { Count: > 0 }; pause *= 2)
        {
            var answer = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = ask }, ct);
            found.AddRange(answer.Responses?.GetValueOrDefault(table) ?? []);

            ask = answer.UnprocessedKeys;
            if (ask is { Count: > 0 })
                await Task.Delay(pause, ct);
        }

        return found;
    }
}
