using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Photos.Aws;

/// <summary>The calls that every store of records makes.</summary>
internal static class DynamoCalls
{
    /// <summary>The item under a key, as the last write left it; null when there is none.</summary>
    public static async Task<Dictionary<string, AttributeValue>?> FindAsync(
        this IAmazonDynamoDB dynamo, string table, Dictionary<string, AttributeValue> key, CancellationToken ct)
    {
        var found = await dynamo.GetItemAsync(new() { TableName = table, Key = key, ConsistentRead = true }, ct);
        return found.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Writes an item where there is none; false, with nothing written, where there is one.</summary>
    public static Task<bool> AddAsync(
        this IAmazonDynamoDB dynamo, string table, Dictionary<string, AttributeValue> item, CancellationToken ct) =>
        dynamo.PutIfAsync(
            new() { TableName = table, Item = item, ConditionExpression = "attribute_not_exists(PK)" }, ct);

    /// <summary>Writes an item in the place of that version; false, with nothing written, where it differs.</summary>
    public static Task<bool> ReplaceAsync(
        this IAmazonDynamoDB dynamo,
        string table,
        Dictionary<string, AttributeValue> item,
        int version,
        CancellationToken ct) => dynamo.PutIfAsync(
        new()
        {
            TableName = table,
            Item = item,
            ConditionExpression = "Version = :before",
            ExpressionAttributeValues = new() { [":before"] = ItemAttributes.Of(version) },
        },
        ct);

    /// <summary>Writes an item if its condition holds.</summary>
    public static async Task<bool> PutIfAsync(this IAmazonDynamoDB dynamo, PutItemRequest put, CancellationToken ct)
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
