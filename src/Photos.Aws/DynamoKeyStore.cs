using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Keys;

namespace Photos.Aws;

/// <summary>Keys as items of the one table, in a partition that belongs to nobody: <c>PK = KEYS</c>.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
public sealed class DynamoKeyStore(IAmazonDynamoDB dynamo, string table) : IKeyStore
{
    /// <inheritdoc/>
    public async Task<byte[]> FindOrAddAsync(string name, byte[] candidate, CancellationToken ct)
    {
        var key = new Dictionary<string, AttributeValue> { ["PK"] = new("KEYS"), ["SK"] = new(name) };
        if (await dynamo.FindAsync(table, key, ct) is { } found)
            return found["Key"].B.ToArray();

        var item = new Dictionary<string, AttributeValue>(key) { ["Key"] = new() { B = new MemoryStream(candidate) } };
        return await dynamo.AddAsync(table, item, ct)
            ? candidate
            : (await dynamo.FindAsync(table, key, ct))!["Key"].B.ToArray();
    }
}
