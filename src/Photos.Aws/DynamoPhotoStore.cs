using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Photos as items of the one table, under their owner's partition key.</summary>
/// <param name="dynamo">The client; it retries throttled calls by itself.</param>
/// <param name="table">The table's name.</param>
public sealed class DynamoPhotoStore(IAmazonDynamoDB dynamo, string table) : IPhotoStore
{
    private readonly PhotoLookup _lookup = new(dynamo, table);
    private readonly PhotoLists _lists = new(dynamo, table);
    private readonly TagEntries _entries = new(dynamo, table);
    private readonly AnnouncedNames _names = new(dynamo, table);
    private readonly ComingFiles _coming = new(dynamo, table);

    /// <inheritdoc/>
    public async Task<Photo?> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct) =>
        await dynamo.FindAsync(table, PhotoItem.Key(owner, id), ct) is { } item
            ? PhotoItem.ToPhoto(owner, item)
            : null;

    /// <inheritdoc/>
    public Task<IReadOnlySet<PhotoId>> KnownAsync(
        OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct) =>
        _lookup.KnownAsync(owner, ids, ct);

    /// <inheritdoc/>
    /// <remarks>
    /// An upload that the list of coming files does not name is one that somebody is about to add, or to take back.
    /// </remarks>
    public async Task<Photo?> FindByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct)
    {
        var found = await _lists.ByContentAsync(owner, sha256, ct);
        var first = found.Find(photo => photo.State != PhotoState.Pending);
        if (first is not null || found.Count == 0)
            return first;

        var id = await _coming.FindAsync(owner, sha256, ct);
        return found.Find(photo => photo.Id == id);
    }

    /// <inheritdoc/>
    public async Task<Photo?> FindAnnouncedAsync(OwnerId owner, FileName name, CancellationToken ct) =>
        await _names.FindAsync(owner, name, ct) is { } id && await FindAsync(owner, id, ct) is { } photo
        && photo.File.Name == name
            ? photo
            : null;

    /// <inheritdoc/>
    public Task<StoredAmount> CountComingAsync(OwnerId owner, CancellationToken ct) => _coming.CountAsync(owner, ct);

    /// <inheritdoc/>
    /// <remarks>DynamoDB refuses to be asked for a stretch that ends before it begins.</remarks>
    public Task<PhotoPage> ListAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct) => filter switch
    {
        { IsEmpty: true } => Task.FromResult(new PhotoPage([], null)),
        { Tag: { } tag } => _lists.ByTagAsync(owner, tag, filter, after, limit, ct),
        _ => _lists.ByTimeAsync(owner, filter, after, limit, ct),
    };

    /// <inheritdoc/>
    public Task<IReadOnlyList<PhotoName>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        _lists.DueAsync(now, limit, ct);

    /// <inheritdoc/>
    public async Task<bool> AddAsync(Photo photo, CancellationToken ct)
    {
        var isWritten = await WriteAsync(
            null,
            photo,
            new()
            {
                TableName = table,
                Item = PhotoItem.Of(photo),
                ConditionExpression = "attribute_not_exists(PK)",
            },
            ct);
        if (!isWritten)
        {
            // What somebody began under this id, and did not live to end, goes on as theirs.
            if (await FindAsync(photo.Owner, photo.Id, ct) is { IsComing: true } other)
                await _coming.EnterAsync(other, ct);
            return false;
        }

        if (await IsFirstAsync(photo, ct))
        {
            await (photo.IsComing ? _names.PointAsync(photo, ct) : _coming.LeaveAsync(photo, ct));
            return true;
        }

        await _coming.LeaveAsync(photo, ct);
        await DeleteAsync(photo, ct);
        return false;
    }

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

        // Closing is the last chance of whoever died behind the write that ended its coming.
        if (isWritten && !after.IsComing && (before.IsComing || after.OpenUntil != before.OpenUntil))
            await _coming.LeaveAsync(after, ct);

        return isWritten;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(Photo photo, CancellationToken ct)
    {
        await _coming.LeaveAsync(photo, ct);
        await _entries.RemoveAllAsync(photo, ct);
        return await DeleteAsync(photo, ct);
    }

    private async Task<bool> DeleteAsync(Photo photo, CancellationToken ct)
    {
        var delete = new DeleteItemRequest
        {
            TableName = table,
            Key = PhotoItem.Key(photo.Owner, photo.Id),
            ConditionExpression = "Version = :version",
            ExpressionAttributeValues = new() { [":version"] = ItemAttributes.Of(photo.Version) },
        };
        return await dynamo.DeleteIfAsync(delete, ct) || await FindAsync(photo.Owner, photo.Id, ct) is null;
    }

    // Written first and entered second, so that an entry always leads to a photo, or to one that is no more.
    private async Task<bool> IsFirstAsync(Photo photo, CancellationToken ct)
    {
        while (!await _coming.EnterAsync(photo, ct))
        {
            if (await _coming.FindAsync(photo.Owner, photo.File.Sha256, ct) is not { } id)
                continue;
            if (await FindAsync(photo.Owner, id, ct) is { } other
                && other.State != PhotoState.Purging
                && other.File.Sha256 == photo.File.Sha256)
                return false;
            if (await _coming.TakeOverAsync(photo, id, ct))
                break;
        }

        // Another may have come, become a photo and left the list while this one was on its way here.
        var found = await _lists.ByContentAsync(photo.Owner, photo.File.Sha256, ct);
        return found.All(other => other.Id == photo.Id || other.State == PhotoState.Pending);
    }

    private async Task<bool> WriteAsync(Photo? before, Photo after, PutItemRequest put, CancellationToken ct)
    {
        if (after.State == PhotoState.Pending && before is not null && before.AddedAt != after.AddedAt)
            await _names.PointAsync(after, ct);

        await _entries.AddAsync(before, after, ct);
        if (await dynamo.PutIfAsync(put, ct))
            return true;

        // The client repeats what it had no answer to, so the obstacle can be our own first try.
        var current = await FindAsync(after.Owner, after.Id, ct);
        if (current == after)
            return true;

        await _entries.TakeBackAsync(before, after, current, ct);
        return false;
    }
}
