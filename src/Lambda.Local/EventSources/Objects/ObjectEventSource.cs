using Lambda.Local.EventSources.Delivery;
using Lambda.Local.EventSources.Description;
using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.EventSources.Objects;

/// <summary>Makes events of objects that come and go: in the spool before the client is answered.</summary>
internal sealed class ObjectEventSource(
    IReadOnlyList<ObjectRule> rules, string bucket, Spool spool, EventDelivery delivery, TimeProvider clock)
{
    private const int TurnCount = 64;

    // Changes of one key take turns, so that their sequencers tell which was last.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, TurnCount).Select(_ => new SemaphoreSlim(1))];

    private long _lastSequencer;

    /// <summary>An <see cref="ObjectWatch"/>.</summary>
    public async ValueTask<ObjectNotice> WatchAsync(ObjectChange change)
    {
        if (rules.FirstOrDefault(rule => rule.Fits(change.Event, change.Key)) is not { } rule)
            return ObjectNotice.None;

        var turn = _turns[(uint)change.Key.GetHashCode(StringComparison.Ordinal) % TurnCount];
        await turn.WaitAsync();
        try
        {
            var queued = EventOf(change, rule);
            await spool.PrepareAsync(queued);
            return new ObjectNotice(tookPlace => End(queued.Id, tookPlace, turn));
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    /// <summary>Decides what a crash left open: whether the changes that were noted took place.</summary>
    /// <param name="factsOf">What is known of an object now; null where there is none.</param>
    public void Settle(Func<string, ObjectFacts?> factsOf)
    {
        foreach (var id in spool.ListPrepared())
        {
            // What cannot be read was never whole, so its change was not begun.
            if (spool.FindPrepared(id)?.Object is { } mark && TookPlace(mark, factsOf))
                spool.Release(id);
            else
                spool.Discard(id);
        }
    }

    private static bool TookPlace(ObjectMark mark, Func<string, ObjectFacts?> factsOf)
    {
        try
        {
            var facts = factsOf(mark.Key);
            return facts?.ETag == mark.ETag && facts?.StoredAt == mark.StoredAt;
        }
        catch (InvalidDataException)
        {
            // Better an event too many than one too few.
            return true;
        }
    }

    private QueuedEvent EventOf(ObjectChange change, ObjectRule rule) => new(
        QueuedEvent.NewId(clock),
        rule.Function.LogicalId,
        change.Key,
        change.At,
        ObjectEventJson.Of(change, rule, bucket, NextSequencer()))
    {
        Object = new ObjectMark(change.Key, change.Stored?.ETag, change.Stored?.StoredAt),
    };

    private void End(string id, bool tookPlace, SemaphoreSlim turn)
    {
        try
        {
            if (!tookPlace)
            {
                spool.Discard(id);
                return;
            }

            spool.Release(id);
            delivery.Queue(id);
        }
        finally
        {
            turn.Release();
        }
    }

    // Later ones are greater, also after a new start.
    private string NextSequencer()
    {
        lock (_turns)
        {
            _lastSequencer = Math.Max(_lastSequencer + 1, clock.GetUtcNow().UtcTicks);
            return _lastSequencer.ToString("X18", null);
        }
    }
}
