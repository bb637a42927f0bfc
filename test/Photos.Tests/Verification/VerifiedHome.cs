using Amazon.DynamoDBv2.Model;
using Lambda.Local.ObjectStore;
using Photos.Aws;
using Photos.Embedded;
using Photos.Library;
using Photos.Local;
using Photos.Tests.Stores;
using Photos.Verification;

namespace Photos.Tests.Verification;

/// <summary>How a home's records are spoilt behind the back of its stores.</summary>
internal interface ISpoiler
{
    LibraryStores Stores(LocalS3 objects);

    /// <summary>Gives the record's word for a member another value.</summary>
    Task SetAsync(Photo photo, string column, string attribute, object value);

    /// <summary>What a list by tag is made of is gone.</summary>
    Task LoseTagsAsync(Photo photo);

    /// <summary>A book says that it has another number of pages.</summary>
    Task MiscountPagesAsync(OwnerId owner, EntryId book);
}

/// <summary>Records in SQLite, pictures as the files of the local object store.</summary>
internal sealed class EmbeddedSpoiler(string path, Database database) : ISpoiler
{
    public LibraryStores Stores(LocalS3 objects) => new(
        new SqliteInventory(database),
        new LocalInventory(new StoredObjects(objects.DataFolder)),
        new SqlitePhotoStore(database),
        new SqliteBookStore(database),
        new SqliteTodoStore(database),
        new SqliteUsageStore(database));

    public Task SetAsync(Photo photo, string column, string attribute, object value) => ExecuteAsync(
        $"update photos set {column} = $value where owner = $owner and id = $id", photo.Owner, $"{photo.Id}", value);

    public Task LoseTagsAsync(Photo photo) =>
        ExecuteAsync("delete from photo_tags where owner = $owner and id = $id", photo.Owner, $"{photo.Id}", 0);

    public Task MiscountPagesAsync(OwnerId owner, EntryId book) =>
        ExecuteAsync("update books set page_count = 9 where owner = $owner and id = $id", owner, $"{book}", 0);

    private async Task ExecuteAsync(string sql, OwnerId owner, string id, object value)
    {
        await using var connection = await ScratchDatabase.ConnectAsync(path, default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$owner", owner.Subject);
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$value", value);
        Assert.InRange(await command.ExecuteNonQueryAsync(), 1, 100);
    }
}

/// <summary>Records in DynamoDB's double, pictures by S3's protocol.</summary>
internal sealed class CloudSpoiler(Dynalite dynalite, string table) : ISpoiler
{
    public LibraryStores Stores(LocalS3 objects) => new(
        new DynamoInventory(dynalite.Client, table),
        new S3Inventory(objects.NewImpatientClient(), LocalS3.Bucket),
        new DynamoPhotoStore(dynalite.Client, table),
        new DynamoBookStore(dynalite.Client, table),
        new DynamoTodoStore(dynalite.Client, table),
        new DynamoUsageStore(dynalite.Client, table));

    public Task SetAsync(Photo photo, string column, string attribute, object value) =>
        SetAsync(photo.Owner, $"P#{photo.Id}", attribute, new AttributeValue((string)value));

    public async Task LoseTagsAsync(Photo photo)
    {
        foreach (var tag in photo.Tags)
        {
            var key = Key(photo.Owner, $"P#{photo.Id}#T#{Words.Of(photo.TakenAt.Local)}#{tag}");
            var gone = await dynalite.Client.DeleteItemAsync(
                new() { TableName = table, Key = key, ReturnValues = "ALL_OLD" });
            Assert.NotEmpty(gone.Attributes);
        }
    }

    public Task MiscountPagesAsync(OwnerId owner, EntryId book) =>
        SetAsync(owner, $"B#{book}", "PageCount", new AttributeValue { N = "9" });

    private async Task SetAsync(OwnerId owner, string sort, string attribute, AttributeValue value) =>
        await dynalite.Client.UpdateItemAsync(new()
        {
            TableName = table,
            Key = Key(owner, sort),
            UpdateExpression = "set #name = :value",
            ConditionExpression = "attribute_exists(PK)",
            ExpressionAttributeNames = new() { ["#name"] = attribute },
            ExpressionAttributeValues = new() { [":value"] = value },
        });

    private static Dictionary<string, AttributeValue> Key(OwnerId owner, string sort) =>
        new() { ["PK"] = new($"U#{owner}"), ["SK"] = new(sort) };
}
