using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Photos as items of the one table, under their owner's partition key.</summary>
/// <param name="dynamo">The client; it retries throttled calls by itself.</param>
/// <param name="table">The table's name.</param>
/// <remarks>
/// A page of 201 items of at most 2 KB stays below the 1 MB at which a Query cuts its answer short, and so does the
/// handful of photos that share bytes.
/// </remarks>
public sealed class DynamoPhotoStore(IAmazonDynamoDB dynamo, string table) : IPhotoStore
{
    /// <inheritdoc/>
    public async Task<Photo?> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct)
    {
        var found = await dynamo.GetItemAsync(
            new() { TableName = table, Key = PhotoItem.Key(owner, id), ConsistentRead = true }, ct);

        return found.Item is { Count: > 0 } item ? PhotoItem.ToPhoto(owner, item) : null;
    }

    /// <inheritdoc/>
    public Task<IReadOnlySet<PhotoId>> KnownAsync(
        OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct) =>
        new PhotoLookup(dynamo, table).KnownAsync(owner, ids, ct);

    /// <inheritdoc/>
    public async Task<Photo?> FindByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct)
    {
        var found = await dynamo.QueryAsync(
            new()
            {
                TableName = table,
                IndexName = PhotoItem.ByContent,
                KeyConditionExpression = "PK = :owner and Sha256 = :sha256",
                ExpressionAttributeValues = new()
                {
                    [":owner"] = PhotoItem.Partition(owner),
                    [":sha256"] = new(sha256.Hex),
                },
                ConsistentRead = true,
            },
            ct);

        return Photos(owner, found).MinBy(photo => photo.State switch
        {
            PhotoState.Ready => 0,
            PhotoState.Trashed => 1,
            PhotoState.Pending => 2,
        });
    }

    /// <inheritdoc/>
    public async Task<Photo?> FindPendingAsync(OwnerId owner, FileName name, CancellationToken ct)
    {
        var query = Timeline(owner, PhotoState.Pending);
        for (QueryResponse? page = null; page is null or { LastEvaluatedKey.Count: > 0 };)
        {
            query.ExclusiveStartKey = page?.LastEvaluatedKey;
            page = await dynamo.QueryAsync(query, ct);
            if (Photos(owner, page).Find(photo => photo.File.Name == name) is { } found)
                return found;
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<StoredAmount> CountPendingAsync(OwnerId owner, CancellationToken ct)
    {
        var query = Timeline(owner, PhotoState.Pending);
        query.ProjectionExpression = "#bytes";
        query.ExpressionAttributeNames = new() { ["#bytes"] = "Bytes" };
        var amount = default(StoredAmount);
        for (QueryResponse? page = null; page is null or { LastEvaluatedKey.Count: > 0 };)
        {
            query.ExclusiveStartKey = page?.LastEvaluatedKey;
            page = await dynamo.QueryAsync(query, ct);
            foreach (var item in page.Items ?? [])
                amount += new StoredAmount(1, item.Number("Bytes")!.Value);
        }

        return amount;
    }

    /// <inheritdoc/>
    public async Task<PhotoPage> ListAsync(OwnerId owner, PhotoCursor? after, int limit, CancellationToken ct)
    {
        var query = Timeline(owner, PhotoState.Ready);
        query.Limit = limit + 1;
        query.ExclusiveStartKey = after is null ? null : PhotoItem.Position(owner, after);

        return PhotoPage.Of(Photos(owner, await dynamo.QueryAsync(query, ct)), limit);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(Photo photo, CancellationToken ct) => PutAsync(
        new()
        {
            TableName = table,
            Item = PhotoItem.Of(photo),
            ConditionExpression = "attribute_not_exists(PK)",
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(Photo changed, CancellationToken ct) => PutAsync(
        new()
        {
            TableName = table,
            Item = PhotoItem.Of(changed),
            ConditionExpression = "Version = :before",
            ExpressionAttributeValues = new() { [":before"] = ItemAttributes.Of(changed.Version - 1) },
        },
        ct);

    private static List<Photo> Photos(OwnerId owner, QueryResponse found) =>
        (found.Items ?? []).ConvertAll(item => PhotoItem.ToPhoto(owner, item));

    private QueryRequest Timeline(OwnerId owner, PhotoState state) => new()
    {
        TableName = table,
        IndexName = PhotoItem.ByTime,
        KeyConditionExpression = "PK = :owner and begins_with(Timeline, :state)",
        ExpressionAttributeValues = new()
        {
            [":owner"] = PhotoItem.Partition(owner),
            [":state"] = new(PhotoItem.TimelineOf(state)),
        },
        ScanIndexForward = false,
        ConsistentRead = true,
    };

    private async Task<bool> PutAsync(PutItemRequest put, CancellationToken ct)
    {
        try
        {
            await dynamo.PutItemAsync(put, ct);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
