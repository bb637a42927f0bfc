using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Photos.Aws;
using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>
/// Each page of a list is one Query of DynamoDB, which reads what the page shows and one item more: counted in a
/// library of ten thousand photos, as it is the same in any (decision 0024).
/// </summary>
public sealed class ListCallTests(Dynalite dynalite)
{
    private const int Photos = 10_000;
    private const int Limit = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_one_query_that_reads_what_it_shows_at_its_beginning_and_in_the_middle()
    {
        var table = await dynalite.NewTableAsync(Ct);
        var photos = Enumerable.Range(0, Photos).Select(Photo).ToArray();
        await FillAsync(table, photos);
        var calls = new ConcurrentQueue<Call>();
        var store = new DynamoPhotoStore(ClientCountedBy(calls), table);

        foreach (var (name, filter) in Filters)
        {
            var listed = photos.Where(photo => Fits(photo, filter)).Order(ByPlace).ToArray();
            foreach (var after in new[] { null, PhotoCursor.At(listed[listed.Length / 2]) })
            {
                calls.Clear();
                var page = await store.ListAsync(A.Owner, filter, after, Limit, Ct);

                Assert.Equal(Limit, page.Photos.Count);
                var query = Assert.Single(calls, call => call.Operation == "Query");
                Assert.True(query.Read == Limit + 1, $"{name}: {query.Read} items read");

                // By tag, the photos of the page are fetched, and no others.
                Assert.Equal(filter.Tag is null ? 1 : 2, calls.Count);
                Assert.All(calls, call => Assert.True(call.Read <= Limit + 1, $"{name}: {call}"));
            }
        }
    }

    private static Comparer<Photo> ByPlace { get; } = Comparer<Photo>.Create((one, other) =>
        (other.ListedAt, $"{other.Id}").CompareTo((one.ListedAt, $"{one.Id}")));

    private static Dictionary<string, PhotoFilter> Filters { get; } = new()
    {
        ["library"] = PhotoFilter.Library,
        ["trash"] = PhotoFilter.InTrash,
        ["favourites"] = A.Filter(PhotoFilter.Of(PhotoState.Ready, true, null)),
        ["tag"] = A.Filter(PhotoFilter.Of(PhotoState.Ready, false, PhotoTag.Stored("beach"))),
        ["from and until"] = A.Filter(PhotoFilter.Of(
            PhotoState.Ready, false, null, A.Noon.DateTime.AddMinutes(100), A.Noon.DateTime.AddMinutes(Photos - 100))),
    };

    private static bool Fits(Photo photo, PhotoFilter filter) =>
        photo.State == filter.State
        && (!filter.Favourite || photo.Favourite)
        && (filter.Tag is not { } tag || photo.Tags.Contains(tag))
        && !(photo.ListedAt < filter.From) && !(photo.ListedAt > filter.Until);

    // In an order of their own, so that none of the lists is in that of the ids.
    private static Photo Photo(int number) => A.Photo(takenAt: A.Noon.AddMinutes(number * 7919L % Photos)) with
    {
        State = number % 5 == 0 ? PhotoState.Trashed : PhotoState.Ready,
        TrashedAt = number % 5 == 0 ? A.Noon.AddMinutes(number * 31L % Photos) : null,
        Favourite = number % 4 == 1,
        Tags = number % 4 == 2 ? A.Tags("beach", "ship") : PhotoTags.None,
    };

    private async Task FillAsync(string table, Photo[] photos)
    {
        var items = photos.SelectMany(photo => TagEntries.ItemsOf(photo).Prepend(PhotoItem.Of(photo)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct };
        await Parallel.ForEachAsync(items.Chunk(25), options, async (some, ct) =>
        {
            var puts = some.Select(item => new WriteRequest(new PutRequest(item))).ToList();
            var written = await dynalite.Client.BatchWriteItemAsync(
                new BatchWriteItemRequest { RequestItems = new() { [table] = puts } }, ct);
            Assert.Empty(written.UnprocessedItems ?? []);
        });
    }

    private AmazonDynamoDBClient ClientCountedBy(ConcurrentQueue<Call> calls) =>
        dynalite.ClientThrough(new CountingHttp(calls));

    private sealed record Call(string Operation, int Read);

    private sealed class CountingHttp(ConcurrentQueue<Call> calls) : HttpClientFactory
    {
        private static readonly SocketsHttpHandler Sockets = new() { UseProxy = false };

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new Counter(calls) { InnerHandler = Sockets }, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    private sealed class Counter(ConcurrentQueue<Call> calls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var answer = await base.SendAsync(request, ct);
            await answer.Content.LoadIntoBufferAsync(ct);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            var read = body.RootElement.TryGetProperty("ScannedCount", out var scanned)
                ? scanned.GetInt32()
                : body.RootElement.GetProperty("Responses").EnumerateObject().Sum(some => some.Value.GetArrayLength());
            calls.Enqueue(new Call(request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1], read));
            return answer;
        }
    }
}
