using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Books;
using Photos.Library;
using Photos.Todos;
using Photos.Verification;

namespace Photos.Aws;

/// <summary>All items of the one table, as they are.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <remarks>
/// Owners are found by one Scan of the keys, and everything of one owner by Queries that see each write. That an index
/// holds what the items say is DynamoDB's affair; that the items say what they have to is compared here.
/// </remarks>
public sealed class DynamoInventory(IAmazonDynamoDB dynamo, string table) : IRecordInventory
{
    private readonly DynamoUsageStore _usage = new(dynamo, table);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnerId>> ListOwnersAsync(CancellationToken ct)
    {
        var owners = new HashSet<OwnerId>();
        var scan = new ScanRequest { TableName = table, ProjectionExpression = "PK" };
        for (ScanResponse? page = null; page is null or { LastEvaluatedKey.Count: > 0 };)
        {
            scan.ExclusiveStartKey = page?.LastEvaluatedKey;
            page = await dynamo.ScanAsync(scan, ct);
            foreach (var item in page.Items ?? [])
            {
                if (PhotoItem.TryReadOwner(item["PK"].S, out var owner))
                    owners.Add(owner);
            }
        }

        return [.. owners.OrderBy(owner => owner.Subject, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Kept<Photo>> ListPhotosAsync(OwnerId owner, CancellationToken ct) =>
        ListPhotosAsync(owner, "P#", ct);

    /// <inheritdoc/>
    public async Task<Kept<Photo>?> FindPhotoAsync(PhotoName name, CancellationToken ct)
    {
        await foreach (var kept in ListPhotosAsync(name.Owner, $"P#{name.Id}", ct))
            return kept;

        return null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Kept<Book>> ListBooksAsync(OwnerId owner, CancellationToken ct) =>
        ListEntriesAsync(owner, "B#", DynamoBookStore.ToBook, DynamoBookStore.Item, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Kept<Todo>> ListTodosAsync(OwnerId owner, CancellationToken ct) =>
        ListEntriesAsync(owner, "T#", DynamoTodoStore.ToTodo, DynamoTodoStore.Item, ct);

    /// <inheritdoc/>
    public Task<KeptUsage> FindUsageAsync(OwnerId owner, CancellationToken ct) =>
        _usage.FindWithTokensAsync(owner, ct);

    // A photo's tag entries stand behind it. Entries without a photo show in no list.
    private async IAsyncEnumerable<Kept<Photo>> ListPhotosAsync(
        OwnerId owner, string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        Dictionary<string, AttributeValue>? photo = null;
        var entries = new List<Dictionary<string, AttributeValue>>();
        await foreach (var item in dynamo.ItemsAsync(PhotoItem.AllOf(table, owner, prefix), ct))
        {
            if (TagEntries.PhotoOf(item).IsEntry)
            {
                entries.Add(item);
                continue;
            }

            if (photo is not null)
                yield return ToKept(owner, photo, entries);
            (photo, entries) = (item, []);
        }

        if (photo is not null)
            yield return ToKept(owner, photo, entries);
    }

    private static Kept<Photo> ToKept(
        OwnerId owner,
        Dictionary<string, AttributeValue> item,
        List<Dictionary<string, AttributeValue>> entries)
    {
        var id = TagEntries.PhotoOf(item).Photo;
        return Kept.Of(
            $"{owner}/{id}",
            () => PhotoItem.ToPhoto(owner, item),
            photo => Items.Differences(item, PhotoItem.Of(photo)).Concat(Tags(photo, entries)));
    }

    // One too many shows in no list: readers compare each with its photo (decision 0024).
    private static IEnumerable<string> Tags(Photo photo, List<Dictionary<string, AttributeValue>> entries)
    {
        var stored = entries
            .Where(entry => TagEntries.PhotoOf(entry).Photo == photo.Id.ToString())
            .Select(entry => (TagEntries.Read(entry).Time, TagEntries.Tag(entry)));
        foreach (var (time, tag) in TagEntries.Of(photo).Except(stored))
            yield return $"the list of its tag '{tag}' does not show it at {Words.Of(time)}";
    }

    private async IAsyncEnumerable<Kept<T>> ListEntriesAsync<T>(
        OwnerId owner,
        string prefix,
        Func<OwnerId, Dictionary<string, AttributeValue>, T> read,
        Func<T, Dictionary<string, AttributeValue>> write,
        [EnumeratorCancellation] CancellationToken ct)
        where T : class
    {
        await foreach (var item in dynamo.ItemsAsync(PhotoItem.AllOf(table, owner, prefix), ct))
        {
            if (!EntryItem.IsTombstone(item))
                yield return Kept.Of(
                    $"{owner}/{item["SK"].S[prefix.Length..]}",
                    () => read(owner, item),
                    value => Items.Differences(item, write(value)));
        }
    }
}
