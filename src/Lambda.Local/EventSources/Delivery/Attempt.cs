using Lambda.Local.Invoking;

namespace Lambda.Local.EventSources.Delivery;

/// <summary>One time that a function was given an event, and what came of it.</summary>
/// <param name="EventId">The same for every attempt with the same event.</param>
/// <param name="Source">Where the event came from: a schedule's id, an object's key, or <see cref="ByHand"/>.</param>
/// <param name="Number">1 for the first attempt.</param>
/// <param name="Result">What the function returned, in JSON; empty where that is nothing.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
internal sealed record Attempt(
    string EventId,
    string FunctionId,
    string Source,
    int Number,
    DateTimeOffset Start,
    TimeSpan Duration,
    string Result,
    FunctionException? Failure,
    IReadOnlyList<LogLine> Lines)
{
    /// <summary>The source of an event that a person sent.</summary>
    public const string ByHand = "by hand";

    public bool Succeeded => Failure is null;
}
