using System.Text.Json.Nodes;

namespace Lambda.Template.Merge;

/// <summary>Writes which sites' scripts may call the HTTP API, as far as code says so.</summary>
internal static class CorsMerge
{
    private const string Configuration = "CorsConfiguration";
    private const string Synced = "SyncedCors";

    public static void Apply(JsonObject api, JsonObject? cors, MergeContext context)
    {
        var (metadata, properties) = (api.Child("Metadata"), api.Child("Properties"));
        foreach (var gone in metadata[Synced].Texts().Where(name => cors?.ContainsKey(name) is not true).ToArray())
            properties.Take($"{Configuration}.{gone}");

        foreach (var (name, value) in cors ?? [])
            properties.Put($"{Configuration}.{name}", context.Value(value!));
        metadata.Note(Synced, cors?.Select(member => member.Key) ?? []);
    }
}
