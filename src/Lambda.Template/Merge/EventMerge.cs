using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>
/// Brings a function's events in step, and notes in its metadata which events and properties come from code: those, and
/// no others, go when the code no longer has them.
/// </summary>
internal static class EventMerge
{
    private const string Synced = "SyncedEvents";
    private const string SyncedProperties = "SyncedEventProperties";

    public static void Apply(
        JsonObject metadata, JsonObject properties, IReadOnlyList<ManifestEvent> events, MergeContext context)
    {
        var noted = metadata[SyncedProperties] as JsonObject ?? [];
        ManifestEvent[] wanted =
        [
            .. events.Select(found => Resolve(found, context)).Select(found =>
                ApiMerge.Attach(found, properties["Events"]?[found.Name], noted[found.Name], context)),
        ];

        var gone = metadata[Synced].Texts().Except(wanted.Select(found => found.Name)).ToArray();
        if (gone is [var old] && properties["Events"] is JsonObject present)
            Rename(present, old, wanted, noted);
        foreach (var name in gone)
            properties.Take($"Events.{name}");

        foreach (var found in wanted)
            Put(properties.Child("Events").Child(found.Name), found, noted[found.Name].Texts());

        Note(metadata, wanted);
    }

    // Another HTTP method is another name for the same event: what people wrote into it, who may call above all, moves
    // along. Only where there is no doubt which event became which.
    private static void Rename(JsonObject present, string old, ManifestEvent[] wanted, JsonObject noted)
    {
        ManifestEvent[] added = [.. wanted.Where(found => !present.ContainsKey(found.Name))];
        if (added is not [{ Type: "HttpApi" or "Api" } successor]
            || present[old] is not JsonObject before
            || before["Type"]?.ToString() != successor.Type)
            return;

        var moved = (JsonObject)before.DeepClone();
        foreach (var path in noted[old].Texts())
            moved.Take($"Properties.{path}");
        present[successor.Name] = moved;
    }

    private static ManifestEvent Resolve(ManifestEvent found, MergeContext context) => found with
    {
        Properties = [.. found.Properties.Select(property => Resolve(property, context))],
    };

    // A reference is noted by what it became, as Amazon's packages do it: Queue.Ref, or Queue.Fn::GetAtt.
    private static ManifestProperty Resolve(ManifestProperty property, MergeContext context)
    {
        var value = context.Value(property.Value);
        return value is JsonObject { Count: 1 } call && call.First() is { Value: { } argument } function
            ? new ManifestProperty($"{property.Path}.{function.Key}", argument.DeepClone())
            : property with { Value = value };
    }

    private static void Put(JsonObject target, ManifestEvent found, IEnumerable<string> noted)
    {
        target.Put("Type", found.Type);
        var properties = target.Child("Properties");
        foreach (var gone in noted.Except(found.Properties.Select(property => property.Path)))
            properties.Take(gone);
        foreach (var property in found.Properties)
            properties.Put(property.Path, property.Value);
    }

    private static void Note(JsonObject metadata, ManifestEvent[] events)
    {
        metadata.Note(Synced, events.Select(found => found.Name));
        if (events.Length == 0)
        {
            metadata.Remove(SyncedProperties);
            return;
        }

        metadata.Put(SyncedProperties, new JsonObject(events.Select(found => KeyValuePair.Create<string, JsonNode?>(
            found.Name,
            new JsonArray([.. found.Properties.Select(property => (JsonNode)property.Path)])))));
    }
}
