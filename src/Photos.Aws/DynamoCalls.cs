using System.Runtime.CompilerServices;
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

    /// <summary>Removes an item if its condition holds.</summary>
    public static async Task<bool> DeleteIfAsync(
        this IAmazonDynamoDB dynamo, DeleteItemRequest delete, CancellationToken ct)
    {
        try
        {
            await dynamo.DeleteItemAsync(delete, ct);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>What a query finds, answer by answer: each may have as many items as the query asks for.</summary>
    public static async IAsyncEnumerable<List<Dictionary<string, AttributeValue>>> AnswersAsync(
        this IAmazonDynamoDB dynamo, QueryRequest query, [EnumeratorCancellation] CancellationToken ct)
    {
        for (QueryResponse? answer = null; answer is null or { LastEvaluatedKey.Count: > 0 };)
        {
            query.ExclusiveStartKey = answer?.LastEvaluatedKey ?? query.ExclusiveStartKey;
            answer = await dynamo.QueryAsync(query, ct);
            yield return answer.Items ?? [];
        }
    }

    /// <summary>The same item by item; whoever stops looking stops the asking.</summary>
    public static async IAsyncEnumerable<Dictionary<string, AttributeValue>> ItemsAsync(
        this IAmazonDynamoDB dynamo, QueryRequest query, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var answer in dynamo.AnswersAsync(query, ct))
        {
            foreach (var item in answer)
                yield return item;
        }
    }

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
