using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Lists of photos, each page one Query of an index whose order is the list's.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <remarks>
/// Where photos with long captions and many tags fill the 1 MB of a Query's answer, a second one goes on.
/// </remarks>
internal sealed class PhotoLists(IAmazonDynamoDB dynamo, string table)
{
    // Behind every character of a place: an upper bound that includes all of an instant.
    private const string BehindAll = "~";

    private readonly PhotoLookup _lookup = new(dynamo, table);

    public async Task<PhotoPage> ByTimeAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct)
    {
        var (index, stretch) = filter.Favourite
            ? (PhotoItem.ByFavourite, "")
            : (PhotoItem.ByTime, PhotoItem.TimelineOf(filter.State));
        var query = Range(index, owner, stretch, filter.From, filter.Until);
        query.Limit = limit + 1;
        if (after is not null)
        {
            query.ExclusiveStartKey = PhotoItem.Key(owner, after.Id);
            query.ExclusiveStartKey[index] = new(stretch + PhotoItem.Place(after.Local, after.Id));
        }

        var photos = new List<Photo>();
        await foreach (var item in dynamo.ItemsAsync(query, ct))
        {
            photos.Add(PhotoItem.ToPhoto(owner, item));
            if (photos.Count > limit)
                break;
        }

        return PhotoPage.Of(photos, limit);
    }

    /// <summary>Goes on behind entries that are out of date, which are few: one Query per page, as a rule.</summary>
    public async Task<PhotoPage> ByTagAsync(
        OwnerId owner, PhotoTag tag, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct)
    {
        var query = Range(TagEntries.ByTag, owner, TagEntries.Stretch(tag), filter.From, filter.Until, "Tagged");
        query.Limit = limit + 1;
        if (after is not null)
        {
            query.ExclusiveStartKey = PhotoItem.Key(owner, after.Id);
            query.ExclusiveStartKey["SK"].S += $"#T#{Words.Of(after.Local)}#{tag}";
            query.ExclusiveStartKey["Tagged"] = new(TagEntries.Place(tag, after.Local, after.Id));
        }

        var photos = new List<Photo>();
        await foreach (var answer in dynamo.AnswersAsync(query, ct))
        {
            var entries = answer.ConvertAll(TagEntries.Read);
            var known = await _lookup.FindAsync(owner, entries.ConvertAll(entry => entry.Id), ct);
            photos.AddRange(entries
                .Where(entry => TagEntries.Of(known.GetValueOrDefault(entry.Id)).Contains((entry.Time, tag)))
                .Select(entry => known[entry.Id]));
            if (photos.Count > limit)
                break;
        }

        return PhotoPage.Of(photos[..Math.Min(photos.Count, limit + 1)], limit);
    }

    /// <summary>Those of these bytes that are not being purged, the one furthest on first.</summary>
    /// <remarks>They are a handful, and stay below the 1 MB at which a Query cuts its answer short.</remarks>
    public async Task<List<Photo>> ByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct)
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

        return [.. (found.Items ?? [])
            .Select(item => PhotoItem.ToPhoto(owner, item))
            .Where(photo => photo.State != PhotoState.Purging)
            .OrderBy(photo => photo.State switch
            {
                PhotoState.Ready => 0,
                PhotoState.Trashed => 1,
                PhotoState.Claimed => 2,
                PhotoState.Pending or PhotoState.Purging => 3,
            })];
    }

    public async Task<IReadOnlyList<PhotoName>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        var shards = Enumerable.Range(0, PhotoItem.Shards).Select(shard => dynamo.QueryAsync(
            new()
            {
                TableName = table,
                IndexName = PhotoItem.ByDue,
                KeyConditionExpression = "SweepShard = :shard and SweepAt <= :now",
                ExpressionAttributeValues = new()
                {
                    [":shard"] = new(PhotoItem.DueShard(shard)),
                    [":now"] = ItemAttributes.Of(now.ToUnixTimeMilliseconds()),
                },
                Limit = limit,
            },
            ct));
        var found = await Task.WhenAll(shards);
        return [.. found.SelectMany(shard => shard.Items ?? []).Select(PhotoItem.ToName)];
    }

    private QueryRequest Range(
        string index, OwnerId owner, string stretch, DateTime? from, DateTime? until, string? attribute = null) => new()
    {
        TableName = table,
        IndexName = index,
        KeyConditionExpression = "PK = :owner and #place between :from and :until",
        ExpressionAttributeNames = new() { ["#place"] = attribute ?? index },
        ExpressionAttributeValues = new()
        {
            [":owner"] = PhotoItem.Partition(owner),
            [":from"] = new(stretch + (from is null ? "0" : Words.Of(from.Value))),
            [":until"] = new(stretch + (until is null ? "" : Words.Of(until.Value)) + BehindAll),
        },
        ScanIndexForward = false,
        ConsistentRead = true,
    };
}
