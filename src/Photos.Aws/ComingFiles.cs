using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>
/// Which bytes are on their way, and as which photo: <c>SK = A#{sha256}</c>, from the announcement until the photo is
/// counted in its owner's usage.
/// </summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <remarks>
/// No transaction spans a photo and its entry (decision 0033). The photo is written first: an entry whose photo is not
/// there, or is being purged, is what a dead process left, and whoever comes next may have it.
/// </remarks>
internal sealed class ComingFiles(IAmazonDynamoDB dynamo, string table)
{
    /// <summary>Says that these bytes come as this photo.</summary>
    /// <returns>False, with nothing written, when they come as another one.</returns>
    public Task<bool> EnterAsync(Photo photo, CancellationToken ct) => PutAsync(photo, photo.Id, ct);

    /// <summary>The same, in the place of a photo that they do not come as any more.</summary>
    public Task<bool> TakeOverAsync(Photo photo, PhotoId dead, CancellationToken ct) => PutAsync(photo, dead, ct);

    /// <summary>The photo that these bytes come as; null when they do not come.</summary>
    public async Task<PhotoId?> FindAsync(OwnerId owner, Sha256 sha256, CancellationToken ct) =>
        await dynamo.FindAsync(table, Key(owner, sha256), ct) is { } item
        && PhotoId.TryParse(item.Text("Id"), out var id)
            ? id
            : null;

    /// <summary>They have come, or will not; safe to repeat, without effect where they come as another photo.</summary>
    public Task LeaveAsync(Photo photo, CancellationToken ct) => dynamo.DeleteIfAsync(
        new()
        {
            TableName = table,
            Key = Key(photo.Owner, photo.File.Sha256),
            ConditionExpression = "Id = :id",
            ExpressionAttributeValues = new() { [":id"] = new(photo.Id.ToString()) },
        },
        ct);

    /// <summary>How much is on its way.</summary>
    public async Task<StoredAmount> CountAsync(OwnerId owner, CancellationToken ct)
    {
        var query = PhotoItem.AllOf(table, owner, "A#");
        query.ProjectionExpression = "#bytes";
        query.ExpressionAttributeNames = new() { ["#bytes"] = "Bytes" };
        var amount = default(StoredAmount);
        await foreach (var item in dynamo.ItemsAsync(query, ct))
            amount += new StoredAmount(1, item.Number("Bytes")!.Value);

        return amount;
    }

    private Task<bool> PutAsync(Photo photo, PhotoId before, CancellationToken ct)
    {
        var item = Key(photo.Owner, photo.File.Sha256);
        item.Write("Id", photo.Id.ToString());
        item.Write("Bytes", photo.File.Bytes);
        return dynamo.PutIfAsync(
            new()
            {
                TableName = table,
                Item = item,
                ConditionExpression = "attribute_not_exists(PK) or Id = :before",
                ExpressionAttributeValues = new() { [":before"] = new(before.ToString()) },
            },
            ct);
    }

    private static Dictionary<string, AttributeValue> Key(OwnerId owner, Sha256 sha256) =>
        new() { ["PK"] = PhotoItem.Partition(owner), ["SK"] = new($"A#{sha256.Hex}") };
}
