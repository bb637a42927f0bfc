using System.Text.Json;
using Lambda.Local;
using Lambda.Local.EventSources.Delivery;
using Lambda.Local.Invoking;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lambda.Tests.EventSources;

/// <summary>Deliveries out of an own folder, by a clock that a test moves, to functions that it scripts.</summary>
internal sealed class DeliveryHost : IAsyncDisposable
{
    public const string Function = "F";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"events-{Guid.CreateVersion7():N}", "events");

    public DeliveryHost(
        DeliveryOptions? options = null, RetryRules? retries = null, Func<string, FileStream>? newFile = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        Spool = new Spool(_folder, newFile);
        var none = new Dictionary<string, string>();
        var function = new FunctionDescription(Function, "", TimeSpan.FromSeconds(10), 128, none)
        {
            Retries = retries ?? RetryRules.Default,
        };
        Caller = new Caller([function, function with { LogicalId = "G" }], Functions, Clock);
        Delivery = new EventDelivery(Spool, Caller, options ?? DeliveryOptions.Plain, NullLogger.Instance, Clock);
        Caller.Ended += Attempts.Add;
    }

    public MovedClock Clock { get; } = new();

    public GatedInvoker Functions { get; } = new();

    public Spool Spool { get; }

    public Caller Caller { get; }

    public EventDelivery Delivery { get; }

    /// <summary>Every file of the spool.</summary>
    public string[] Files() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);

    /// <summary>What ended so far.</summary>
    public Log<Attempt> Attempts { get; } = new();

    /// <summary>The file of an event that is to be delivered.</summary>
    public string PathOf(string id) => Path.Combine(_folder, $"{id}.event");

    /// <summary>Puts an event into the spool and the queue.</summary>
    public async Task<string> QueueAsync(string function = Function)
    {
        var id = QueuedEvent.NewId(TimeProvider.System);
        var payload = JsonElement.Parse("""{"n":1}""");
        await Spool.PrepareAsync(new QueuedEvent(id, function, "a test", Clock.GetUtcNow(), payload));
        Spool.Release(id);
        Delivery.Queue(id);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        Functions.OpenAll();
        await Delivery.StopAsync();
        Delivery.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }
}
