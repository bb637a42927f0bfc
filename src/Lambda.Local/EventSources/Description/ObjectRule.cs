using Lambda.Local.Invoking;

namespace Lambda.Local.EventSources.Description;

/// <summary>Which changes of objects a function is told of.</summary>
/// <param name="Id">The name of the configuration, which the event repeats.</param>
/// <param name="Events">Such as <c>s3:ObjectCreated:*</c>.</param>
internal sealed record ObjectRule(
    string Id, FunctionDescription Function, IReadOnlyList<string> Events, string Prefix, string Suffix)
{
    private const string Service = "s3:";

    /// <param name="change">Such as <c>ObjectCreated:Put</c>.</param>
    public bool Fits(string change, string key) =>
        Events.Any(pattern => Covers(pattern, Service + change))
        && key.StartsWith(Prefix, StringComparison.Ordinal)
        && key.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Whether one change could fit both; S3 refuses such rules of one bucket.</summary>
    public bool Overlaps(ObjectRule other) =>
        Events.Any(mine => other.Events.Any(theirs => Covers(mine, theirs) || Covers(theirs, mine)))
        && OneBegins(Prefix, other.Prefix)
        && (Suffix.EndsWith(other.Suffix, StringComparison.Ordinal)
            || other.Suffix.EndsWith(Suffix, StringComparison.Ordinal));

    private static bool OneBegins(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private static bool Covers(string pattern, string name) =>
        pattern == name || (pattern.EndsWith('*') && name.StartsWith(pattern[..^1], StringComparison.Ordinal));
}
