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

    public static void Apply(JsonObject resource, JsonObject properties, IReadOnlyList<ManifestEvent> events)
    {
        var metadata = resource.Child("Metadata");
        var names = events.Select(found => found.Name).ToArray();
        foreach (var gone in metadata[Synced].Texts().Except(names).ToArray())
            properties.Take($"Events.{gone}");

        var noted = metadata[SyncedProperties] as JsonObject ?? [];
        foreach (var found in events)
            Put(properties.Child("Events").Child(found.Name), found, noted[found.Name].Texts());

        Note(metadata, events);
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

    private static void Note(JsonObject metadata, IReadOnlyList<ManifestEvent> events)
    {
        if (events.Count == 0)
        {
            metadata.Remove(Synced);
            metadata.Remove(SyncedProperties);
            return;
        }

        metadata.Put(Synced, new JsonArray([.. events.Select(found => (JsonNode)found.Name)]));
        metadata.Put(SyncedProperties, new JsonObject(events.Select(found => KeyValuePair.Create<string, JsonNode?>(
            found.Name,
            new JsonArray([.. found.Properties.Select(property => (JsonNode)property.Path)])))));
    }
}
