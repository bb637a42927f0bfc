using System.Text.Json;

namespace Lambda.Local.EventSources.Delivery;

/// <summary>An event on its way to a function, as it lies in the spool.</summary>
/// <param name="Id">A GUID of 32 digits, the earlier before the later.</param>
/// <param name="FunctionId">The function's logical id.</param>
/// <param name="Source">Where it came from, for people: a schedule's id or an object's key.</param>
internal sealed record QueuedEvent(
    string Id, string FunctionId, string Source, DateTimeOffset At, JsonElement Payload)
{
    /// <summary>The change of an object that it tells of; null for every other event.</summary>
    public ObjectMark? Object { get; init; }

    public static string NewId(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
}

/// <summary>Tells whether an object's change took place, if a crash left that open.</summary>
/// <param name="ETag">Of the object that was stored, as are the other facts; null where one was removed.</param>
internal sealed record ObjectMark(string Key, string? ETag, DateTimeOffset? StoredAt);
