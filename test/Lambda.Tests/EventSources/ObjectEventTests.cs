using System.Text.Json;
using Amazon.S3.Model;
using Lambda.Local.EventSources.Description;
using Lambda.Local.EventSources.Objects;
using Lambda.Local.ObjectStore.Changes;
using Lambda.Template.Values;
using Lambda.Tests.ObjectStore;

namespace Lambda.Tests.EventSources;

public sealed class ObjectEventTests : IAsyncLifetime
{
    private readonly SmallDisk _disk = new();
    private readonly DeliveryHost _host;
    private readonly ObjectEventSource _source;

    private StoreHost _store = null!;

    public ObjectEventTests()
    {
        _host = new DeliveryHost(newFile: _disk.Open);
        var template = EventTemplate.Of(
            EventTemplate.Function("F", "Echo", EventTemplate.Objects("s3:ObjectCreated:*", "u/")),
            EventTemplate.Function("G", "Echo", EventTemplate.Objects("s3:ObjectRemoved:*", "u/")));
        var rules = EventsReader.Read(
            TemplateDocument.Parse(template, new Dictionary<string, string> { ["SiteOrigin"] = "" })).ObjectRules;
        _source = new ObjectEventSource(rules, StoreHost.Bucket, _host.Spool, _host.Delivery, _host.Clock);
        _host.Delivery.Begin();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync(watch: _source.WatchAsync);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_put_is_told_as_s3_tells_it()
    {
        await _store.StoreAsync("u/a picture+ü.jpg", [1, 2, 3]);

        var (function, payload) = (await _host.Functions.Calls.UntilAsync(1))[0];
        var record = JsonElement.Parse(payload).GetProperty("Records")[0];
        Assert.Equal("F", function);
        Assert.Equal(
            [
                "eventVersion", "eventSource", "awsRegion", "eventTime", "eventName", "userIdentity",
                "requestParameters", "responseElements", "s3",
            ],
            record.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2.1", record.GetProperty("eventVersion").GetString());
        Assert.Equal("ObjectCreated:Put", record.GetProperty("eventName").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", record.GetProperty("eventTime").GetString());
        Assert.Equal("127.0.0.1", record.GetProperty("requestParameters").GetProperty("sourceIPAddress").GetString());
        Assert.Equal(16, record.GetProperty("responseElements").GetProperty("x-amz-request-id").GetString()!.Length);

        var s3 = record.GetProperty("s3");
        Assert.Equal(StoreHost.Bucket, s3.GetProperty("bucket").GetProperty("name").GetString());
        Assert.Equal($"arn:aws:s3:::{StoreHost.Bucket}", s3.GetProperty("bucket").GetProperty("arn").GetString());
        var stored = s3.GetProperty("object");
        Assert.Equal("u/a+picture%2B%C3%BC.jpg", stored.GetProperty("key").GetString());
        Assert.Equal(3, stored.GetProperty("size").GetInt64());
        Assert.Equal("5289df737df57326fcdd22597afb1fac", stored.GetProperty("eTag").GetString());
        Assert.Matches("^[0-9A-F]{18}$", stored.GetProperty("sequencer").GetString());
    }

    [Fact]
    public async Task Copies_parts_put_together_and_removals_are_told_by_name()
    {
        await _store.StoreAsync("u/1", [1, 2, 3]);
        await _store.S3.CopyObjectAsync(StoreHost.Bucket, "u/1", StoreHost.Bucket, "u/2", Ct);
        await UploadInPartsAsync("u/3");
        await _store.S3.DeleteObjectAsync(StoreHost.Bucket, "u/1", Ct);
        await _store.S3.DeleteObjectsAsync(
            new() { BucketName = StoreHost.Bucket, Objects = [new() { Key = "u/2" }, new() { Key = "u/3" }] }, Ct);

        var calls = await _host.Functions.Calls.UntilAsync(6);

        Assert.Equal(
            [
                "F ObjectCreated:CompleteMultipartUpload u/3", "F ObjectCreated:Copy u/2", "F ObjectCreated:Put u/1",
                "G ObjectRemoved:Delete u/1", "G ObjectRemoved:Delete u/2", "G ObjectRemoved:Delete u/3",
            ],
            calls.Select(call => $"{call.Function} {Name(call.Payload)} {Key(call.Payload)}").Order());
        var removed = JsonElement.Parse(calls.First(call => call.Function == "G").Payload);
        Assert.Equal(
            ["key", "sequencer"],
            removed.GetProperty("Records")[0].GetProperty("s3").GetProperty("object").EnumerateObject()
                .Select(member => member.Name));
    }

    [Fact]
    public async Task What_fits_no_rule_or_changes_nothing_is_not_told()
    {
        await _store.StoreAsync("v/1", [1, 2, 3]);
        await _store.StoreAsync("u/1", [1, 2, 3]);
        var again = await _store.PutAsync(_store.UploadLink("u/1", [4]), [4]);
        await _store.S3.DeleteObjectAsync(StoreHost.Bucket, "u/missing", Ct);
        await _store.S3.PutObjectTaggingAsync(
            new() { BucketName = StoreHost.Bucket, Key = "u/1", Tagging = new() { TagSet = [] } }, Ct);
        await _store.S3.DeleteObjectAsync(StoreHost.Bucket, "u/1", Ct);

        await _host.Attempts.UntilAsync(2);
        await _host.Delivery.StopAsync();

        Assert.Equal(412, again.Status);
        Assert.Equal(2, _host.Functions.Calls.Items.Count);
        Assert.Empty(_host.Files());
    }

    [Fact]
    public async Task Of_one_key_the_last_change_has_the_greatest_sequencer()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => _store.S3.PutObjectAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "u/1",
                InputStream = new MemoryStream([(byte)n]),
            },
            Ct)));

        var calls = await _host.Functions.Calls.UntilAsync(20);

        var last = calls.Select(call => JsonElement.Parse(call.Payload).GetProperty("Records")[0].GetProperty("s3")
            .GetProperty("object")).MaxBy(told => told.GetProperty("sequencer").GetString(), StringComparer.Ordinal);
        var there = await _store.S3.GetObjectMetadataAsync(StoreHost.Bucket, "u/1", Ct);
        Assert.Equal(there.ETag.Trim('"'), last.GetProperty("eTag").GetString());
    }

    [Fact]
    public async Task Changes_of_one_key_take_turns()
    {
        var first = await _source.WatchAsync(PutOf("u/1"));

        var same = _source.WatchAsync(PutOf("u/1")).AsTask();
        var whileFirst = _host.Spool.ListPrepared().Count;
        first.Dispose();
        using var second = await same;

        Assert.Equal(1, whileFirst);

        static ObjectChange PutOf(string key) =>
            new("ObjectCreated:Put", key, null, DateTimeOffset.UnixEpoch, "127.0.0.1", "");
    }

    [Fact]
    public async Task An_upload_does_not_wait_for_functions()
    {
        _host.Functions.Closed.Add("F");

        for (var n = 0; n < 10; n++)
            await _store.StoreAsync($"u/{n}", [1]);

        Assert.Equal(10, _host.Spool.ListReady().Count);
        Assert.Empty(_host.Attempts.Items);
    }

    [Fact]
    public async Task Without_room_for_its_event_an_upload_is_507_and_leaves_nothing()
    {
        _disk.Room = 10;

        var put = await _store.PutAsync(_store.UploadLink("u/1", [1, 2, 3]), [1, 2, 3]);

        Assert.Equal(new Refusal(507, "InsufficientStorage"), put);
        Assert.Empty(_store.Files());
        Assert.Empty(_host.Files());
        _disk.Room = long.MaxValue;
        await _store.StoreAsync("u/1", [1, 2, 3]);
        await _host.Attempts.UntilAsync(1);
    }

    private async Task UploadInPartsAsync(string key)
    {
        var begun = await _store.S3.InitiateMultipartUploadAsync(StoreHost.Bucket, key, Ct);
        var part = await _store.S3.UploadPartAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = key,
                UploadId = begun.UploadId,
                PartNumber = 1,
                InputStream = new MemoryStream([4, 5, 6]),
            },
            Ct);
        await _store.S3.CompleteMultipartUploadAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = key,
                UploadId = begun.UploadId,
                PartETags = [new PartETag(part)],
            },
            Ct);
    }

    private static string? Name(string payload) =>
        JsonElement.Parse(payload).GetProperty("Records")[0].GetProperty("eventName").GetString();

    private static string? Key(string payload) => JsonElement.Parse(payload).GetProperty("Records")[0]
        .GetProperty("s3").GetProperty("object").GetProperty("key").GetString();
}
