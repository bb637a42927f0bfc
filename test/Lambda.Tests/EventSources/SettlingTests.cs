using System.Text.Json;
using Lambda.Local.EventSources.Delivery;
using Lambda.Local.EventSources.Objects;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Tests.EventSources;

/// <summary>What a start makes of changes that a crash left between the spool and the object store.</summary>
public sealed class SettlingTests : IAsyncLifetime
{
    private const string Key = "u/1";

    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly DeliveryHost _host = new();

    public static TheoryData<string?, string?, bool> Cases => new()
    {
        // What was to be stored (null: removed), what is there, whether it took place.
        { "new", "new", true },
        { "new", "old", false },
        { "new", null, false },
        { null, null, true },
        { null, "old", false },
    };

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_change_is_told_only_if_it_took_place(string? intended, string? found, bool tookPlace)
    {
        await PrepareAsync(new ObjectMark(Key, intended, intended is null ? null : Time));

        Source().Settle(_ => found is null ? null : Facts(found));

        Assert.Equal(tookPlace ? 1 : 0, _host.Spool.ListReady().Count);
        Assert.Empty(_host.Spool.ListPrepared());
    }

    [Fact]
    public async Task The_same_bytes_stored_at_another_time_are_another_object()
    {
        await PrepareAsync(new ObjectMark(Key, "same", Time.AddSeconds(1)));

        Source().Settle(_ => Facts("same"));

        Assert.Empty(_host.Spool.ListReady());
    }

    [Fact]
    public async Task Where_an_object_cannot_be_read_its_change_is_told()
    {
        await PrepareAsync(new ObjectMark(Key, "new", Time));

        Source().Settle(_ => throw new InvalidDataException("damaged"));

        Assert.Single(_host.Spool.ListReady());
    }

    [Fact]
    public async Task Half_a_file_is_of_a_change_that_never_began()
    {
        var id = await PrepareAsync(new ObjectMark(Key, "new", Time));
        await File.WriteAllTextAsync(_host.Files().Single(), "{ \"id\": ", TestContext.Current.CancellationToken);

        Source().Settle(_ => Facts("new"));

        Assert.NotEmpty(id);
        Assert.Empty(_host.Files());
    }

    private ObjectEventSource Source() => new([], "pictures", _host.Spool, _host.Delivery, _host.Clock);

    private async Task<string> PrepareAsync(ObjectMark mark)
    {
        var id = QueuedEvent.NewId(TimeProvider.System);
        await _host.Spool.PrepareAsync(
            new QueuedEvent(id, DeliveryHost.Function, Key, Time, JsonElement.Parse("{}")) { Object = mark });
        return id;
    }

    private static ObjectFacts Facts(string etag) => new(
        Key, 3, etag, new Checksum("SHA256", "", "FULL_OBJECT"), [], Time, new Dictionary<string, string>(),
        new Dictionary<string, string>());
}
