using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>Writes the variables that code gives a function; those that people gave it stay beside them.</summary>
internal static class EnvironmentMerge
{
    private const string Synced = "SyncedEnvironment";
    private const string Variables = "Environment.Variables";
    private const string HandlerVariable = $"{Variables}.ANNOTATIONS_HANDLER";

    public static void Apply(
        JsonObject metadata, JsonObject properties, ManifestFunction function, MergeContext context)
    {
        var wanted = function.Environment ?? [];
        foreach (var gone in metadata[Synced].Texts().Where(name => !wanted.ContainsKey(name)).ToArray())
            properties.Take($"{Variables}.{gone}");

        if (function.Name is { } name)
            properties.Put(HandlerVariable, name);
        else if (!wanted.ContainsKey("ANNOTATIONS_HANDLER"))
            properties.Take(HandlerVariable);

        foreach (var (variable, value) in wanted)
            properties.Put($"{Variables}.{variable}", context.Value(value!));
        metadata.Note(Synced, wanted.Select(variable => variable.Key));
    }
}
