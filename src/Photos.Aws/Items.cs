using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Photos.Aws;

/// <summary>Compares items with what a store would write in their place.</summary>
internal static class Items
{
    // Only by these does a list or the sweep find anything, so one too many is as wrong as one missing.
    private static readonly string[] Places =
        [PhotoItem.ByTime, PhotoItem.ByFavourite, EntryItem.ByShelf, "SweepAt", "SweepShard"];

    /// <summary>Says of each attribute that differs what it holds and what it should.</summary>
    public static IEnumerable<string> Differences(
        Dictionary<string, AttributeValue> stored, Dictionary<string, AttributeValue> needed) =>
        from name in needed.Keys.Concat(Places.Where(stored.ContainsKey)).Distinct()
        let kept = Words(stored.GetValueOrDefault(name))
        let wanted = Words(needed.GetValueOrDefault(name))
        where kept != wanted
        select $"its attribute {name} is {kept} instead of {wanted}";

    // Numbers by their value: DynamoDB writes them in its own way.
    private static string Words(AttributeValue? value) => value switch
    {
        null => "missing",
        { N: { } number } => decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)
            .ToString("G29", CultureInfo.InvariantCulture),
        { BOOL: { } truth } => truth ? "true" : "false",
        { L.Count: > 0 } => string.Join(", ", value.L.Select(Words)),
        _ => $"'{value.S}'",
    };
}
