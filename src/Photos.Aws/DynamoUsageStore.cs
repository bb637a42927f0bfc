using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;
using Photos.Verification;

namespace Photos.Aws;

/// <summary>
/// Each owner's usage as sixteen items, <c>SK = USAGE#{0..15}</c>: a photo's changes are counted in the one that its id
/// points to. The tokens of what an item has taken in are attributes of it, named <c>@{token}</c>.
/// </summary>
/// <param name="dynamo">The client; it retries throttled calls by itself.</param>
/// <param name="table">The table's name.</param>
/// <remarks>
/// An item keeps the tokens of a day, and each write pays for the whole item: one for all photos would be full at nine
/// thousand uploads a day. Sixteen stay small at a hundred thousand.
/// </remarks>
public sealed class DynamoUsageStore(IAmazonDynamoDB dynamo, string table) : IUsageStore
{
    private const string TokenMark = "@";

    private static readonly string[] Counters = ["LibraryPhotos", "LibraryBytes", "TrashPhotos", "TrashBytes"];

    /// <inheritdoc/>
    public async Task<LibraryUsage> FindAsync(OwnerId owner, CancellationToken ct)
    {
        var query = Shards(owner);
        query.ProjectionExpression = string.Join(", ", Counters);
        var sum = LibraryUsage.None;
        await foreach (var item in dynamo.ItemsAsync(query, ct))
            sum = Sum(sum, item);

        return sum;
    }

    /// <summary>With the tokens of what it has taken in.</summary>
    internal async Task<KeptUsage> FindWithTokensAsync(OwnerId owner, CancellationToken ct)
    {
        var (sum, tokens) = (LibraryUsage.None, new HashSet<string>());
        await foreach (var item in dynamo.ItemsAsync(Shards(owner), ct))
        {
            sum = Sum(sum, item);
            tokens.UnionWith(TokensOf(item).Select(name => name[TokenMark.Length..]));
        }

        return new KeptUsage(sum, tokens);
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(OwnerId owner, UsageChange change, DateTimeOffset now, CancellationToken ct)
    {
        var update = new UpdateItemRequest
        {
            TableName = table,
            Key = Key(owner, change.Photo),
            UpdateExpression =
                "set #token = :now add LibraryPhotos :lp, LibraryBytes :lb, TrashPhotos :tp, TrashBytes :tb",
            ConditionExpression = "attribute_not_exists(#token)",
            ExpressionAttributeNames = new() { ["#token"] = TokenMark + change.Token },
            ExpressionAttributeValues = new()
            {
                [":now"] = ItemAttributes.Of(now.ToUnixTimeSeconds()),
                [":lp"] = ItemAttributes.Of(change.Library.Photos),
                [":lb"] = ItemAttributes.Of(change.Library.Bytes),
                [":tp"] = ItemAttributes.Of(change.Trash.Photos),
                [":tb"] = ItemAttributes.Of(change.Trash.Bytes),
            },
        };
        try
        {
            await dynamo.UpdateItemAsync(update, ct);
        }
        catch (ConditionalCheckFailedException)
        {
            // It was taken in before, which is as it should be.
        }
    }

    /// <inheritdoc/>
    public async Task ForgetTokensAsync(OwnerId owner, DateTimeOffset before, CancellationToken ct)
    {
        await foreach (var item in dynamo.ItemsAsync(Shards(owner), ct))
        {
            var old = TokensOf(item).Where(name => item.Number(name) < before.ToUnixTimeSeconds());

            // An expression has at most four kilobytes, which is room for as many names.
            foreach (var names in old.Chunk(100))
                await RemoveAsync(item["PK"], item["SK"], names, ct);
        }
    }

    private async Task RemoveAsync(
        AttributeValue partition, AttributeValue sort, string[] tokens, CancellationToken ct) =>
        await dynamo.UpdateItemAsync(
            new()
            {
                TableName = table,
                Key = new() { ["PK"] = partition, ["SK"] = sort },
                UpdateExpression = $"remove {string.Join(", ", tokens.Select((_, at) => $"#t{at}"))}",
                ExpressionAttributeNames =
                    tokens.Select((token, at) => (token, at)).ToDictionary(pair => $"#t{pair.at}", pair => pair.token),
            },
            ct);

    private QueryRequest Shards(OwnerId owner) => PhotoItem.AllOf(table, owner, "USAGE#");

    private static LibraryUsage Sum(LibraryUsage sum, Dictionary<string, AttributeValue> item) => new(
        sum.Library + new StoredAmount(Count(item, 0), Count(item, 1)),
        sum.Trash + new StoredAmount(Count(item, 2), Count(item, 3)));

    private static IEnumerable<string> TokensOf(Dictionary<string, AttributeValue> item) =>
        item.Keys.Where(name => name.StartsWith(TokenMark, StringComparison.Ordinal));

    private static Dictionary<string, AttributeValue> Key(OwnerId owner, PhotoId photo) => new()
    {
        ["PK"] = PhotoItem.Partition(owner),
        ["SK"] = new($"USAGE#{PhotoItem.ShardOf(photo)}"),
    };

    private static long Count(Dictionary<string, AttributeValue> item, int counter) =>
        item.Number(Counters[counter]) ?? 0;
}
