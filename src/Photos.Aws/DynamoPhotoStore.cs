using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Photos as items of the one table, under their owner's partition key.</summary>
/// <param name="dynamo">The client; it retries throttled calls by itself.</param>
/// <param name="table">The table's name.</param>
/// <remarks>
/// The handful of photos that share bytes stays below the 1 MB at which a Query cuts its answer short.
/// </remarks>
public sealed class DynamoPhotoStore(IAmazonDynamoDB dynamo, string table) : IPhotoStore
{
    private readonly PhotoLists _lists = new(dynamo, table);
    private readonly TagEntries _entries = new(dynamo, table);
    private readonly AnnouncedNames _names = new(dynamo, table);

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

        return (found.Items ?? [])
            .Select(item => PhotoItem.ToPhoto(owner, item))
            .Where(photo => photo.State != PhotoState.Purging)
            .MinBy(photo => photo.State switch
            {
                PhotoState.Ready => 0,
                PhotoState.Trashed => 1,
                PhotoState.Claimed => 2,
                PhotoState.Pending or PhotoState.Purging => 3,
            });
    }

    /// <inheritdoc/>
    public async Task<Photo?> FindAnnouncedAsync(OwnerId owner, FileName name, CancellationToken ct) =>
        await _names.FindAsync(owner, name, ct) is { } id && await FindAsync(owner, id, ct) is { } photo
        && photo.File.Name == name
            ? photo
            : null;

    /// <inheritdoc/>
    public Task<StoredAmount> CountPendingAsync(OwnerId owner, CancellationToken ct) =>
        _lists.CountPendingAsync(owner, ct);

    /// <inheritdoc/>
    public Task<PhotoPage> ListAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct) =>
        filter.Tag is { } tag
            ? _lists.ByTagAsync(owner, tag, filter, after, limit, ct)
            : _lists.ByTimeAsync(owner, filter, after, limit, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PhotoName>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        _lists.DueAsync(now, limit, ct);

    /// <inheritdoc/>
    public Task<bool> AddAsync(Photo photo, CancellationToken ct) => WriteAsync(
        null,
        photo,
        new()
        {
            TableName = table,
            Item = PhotoItem.Of(photo),
            ConditionExpression = "attribute_not_exists(PK)",
        },
        ct);

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(Photo before, Photo after, CancellationToken ct)
    {
        var isWritten = await WriteAsync(
            before,
            after,
            new()
            {
                TableName = table,
                Item = PhotoItem.Of(after),
                ConditionExpression = "Version = :before",
                ExpressionAttributeValues = new() { [":before"] = ItemAttributes.Of(before.Version) },
            },
            ct);
        if (isWritten)
            await _entries.RemoveAsync(before, after, ct);

        return isWritten;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(Photo photo, CancellationToken ct)
    {
        await _entries.RemoveAllAsync(photo, ct);
        try
        {
            await dynamo.DeleteItemAsync(
                new()
                {
                    TableName = table,
                    Key = PhotoItem.Key(photo.Owner, photo.Id),
                    ConditionExpression = "Version = :version",
                    ExpressionAttributeValues = new() { [":version"] = ItemAttributes.Of(photo.Version) },
                },
                ct);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return await FindAsync(photo.Owner, photo.Id, ct) is null;
        }
    }

    private async Task<bool> WriteAsync(Photo? before, Photo after, PutItemRequest put, CancellationToken ct)
    {
        if (after.State == PhotoState.Pending && before?.AddedAt != after.AddedAt)
            await _names.PointAsync(after, ct);

        await _entries.AddAsync(before, after, ct);
        try
        {
            await dynamo.PutItemAsync(put, ct);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            // The client repeats what it had no answer to, so the obstacle can be our own first try.
            var current = await FindAsync(after.Owner, after.Id, ct);
            if (current == after)
                return true;

            await _entries.TakeBackAsync(before, after, current, ct);
            return false;
        }
    }
}
