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
        var batches = ids.Distinct().Chunk(BatchSize).Select(batch => FindAsync(owner, batch, ct));
        return (await Task.WhenAll(batches)).SelectMany(found => found).ToHashSet();
    }

    private async Task<List<PhotoId>> FindAsync(OwnerId owner, PhotoId[] ids, CancellationToken ct)
    {
        var known = new List<PhotoId>();
        var ask = new Dictionary<string, KeysAndAttributes>
        {
            [table] = new()
            {
                Keys = [.. ids.Select(id => PhotoItem.Key(owner, id))],
                ConsistentRead = true,
                ProjectionExpression = "SK, #state",
                ExpressionAttributeNames = new() { ["#state"] = "State" },
            },
        };

        // What the table had no capacity for comes back as a question to be asked again.
        for (var pause = Pause; ask is { Count: > 0 }; pause *= 2)
        {
            var answer = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = ask }, ct);
            foreach (var item in answer.Responses?.GetValueOrDefault(table) ?? [])
            {
                if (Words.State(item["State"].S).IsVisible() && PhotoId.TryParse(item["SK"].S[2..], out var id))
                    known.Add(id);
            }

            ask = answer.UnprocessedKeys;
            if (ask is { Count: > 0 })
                await Task.Delay(pause, ct);
        }

        return known;
    }
}
