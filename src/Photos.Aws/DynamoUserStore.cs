using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;
using Photos.Users;

namespace Photos.Aws;

/// <summary>Profiles as items of the one table: <c>SK = ME</c>.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
public sealed class DynamoUserStore(IAmazonDynamoDB dynamo, string table) : IUserStore
{
    /// <inheritdoc/>
    public async Task<UserProfile?> FindAsync(OwnerId owner, CancellationToken ct) =>
        await dynamo.FindAsync(table, Key(owner), ct) is { } item
            ? new UserProfile(
                owner, (int)item.Number("Version")!, item.Text("Name") is { } name ? Line.Stored(name) : null)
            : null;

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(UserProfile changed, CancellationToken ct)
    {
        var item = Key(changed.Owner);
        item.Write("Version", changed.Version);
        item.Write("Name", changed.Name?.Text);
        return changed.Version == 1
            ? dynamo.AddAsync(table, item, ct)
            : dynamo.ReplaceAsync(table, item, changed.Version - 1, ct);
    }

    private static Dictionary<string, AttributeValue> Key(OwnerId owner) =>
        new() { ["PK"] = PhotoItem.Partition(owner), ["SK"] = new("ME") };
}
