using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Which photo was announced last under a name: <c>SK = N#{name}</c>, forgotten by the table itself.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
internal sealed class AnnouncedNames(IAmazonDynamoDB dynamo, string table)
{
    // As long as an upload can live: see the port.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(3);

    public async Task<PhotoId?> FindAsync(OwnerId owner, FileName name, CancellationToken ct) =>
        await dynamo.FindAsync(table, Key(owner, name), ct) is { } item && PhotoId.TryParse(item.Text("Id"), out var id)
            ? id
            : null;

    /// <summary>Before the photo is written: a name that points to nothing is as good as none.</summary>
    public Task PointAsync(Photo photo, CancellationToken ct)
    {
        var item = Key(photo.Owner, photo.File.Name);
        item.Write("Id", photo.Id.ToString());
        item.Write("AddedAt", photo.AddedAt.ToUnixTimeMilliseconds());
        item.Write("ExpiresAt", (photo.AddedAt + Memory).ToUnixTimeSeconds());

        // A writer that comes late does not hide what was announced since.
        return dynamo.PutIfAsync(
            new()
            {
                TableName = table,
                Item = item,
                ConditionExpression = "attribute_not_exists(PK) or AddedAt <= :added",
                ExpressionAttributeValues = new() { [":added"] = item["AddedAt"] },
            },
            ct);
    }

    private static Dictionary<string, AttributeValue> Key(OwnerId owner, FileName name) =>
        new() { ["PK"] = PhotoItem.Partition(owner), ["SK"] = new($"N#{name}") };
}
