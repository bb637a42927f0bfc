using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>What a function may do: a role, or policies by name, and statements that code spells out.</summary>
/// <remarks>
/// The statements are one entry among policies that people may have written. Metadata holds its fingerprint and not the
/// statements themselves, because CloudFormation would follow the references in them there too.
/// </remarks>
internal static class PolicyMerge
{
    private const string Synced = "SyncedStatements";

    public static void Apply(
        JsonObject metadata, JsonObject properties, ManifestFunction function, MergeContext context)
    {
        var entry = function.Statements is { Count: > 0 } statements
            ? new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = context.Value(statements) }
            : null;

        if (function.Policies is { } policies)
        {
            var names = policies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            properties.Put("Policies", new JsonArray([.. names.Select(Policy), .. entry is null ? [] : new[] { entry }]));
            properties.Remove("Role");
        }
        else if (function.Role is { } role)
        {
            properties.Put("Role", role.StartsWith('@') ? context.Reference(role[1..], "Arn") : role);
            properties.Remove("Policies");
            entry = null;
        }
        else
        {
            PutEntry(properties, metadata[Synced]?.ToString(), entry);
        }

        if (entry is null)
            metadata.Remove(Synced);
        else
            metadata.Put(Synced, Fingerprint(entry));
    }

    private static JsonNode Policy(string name) =>
        name.StartsWith('@') ? new JsonObject { ["Ref"] = name[1..] } : JsonValue.Create(name);

    // An entry that somebody changed since is no longer known, and stays: it is theirs now.
    private static void PutEntry(JsonObject properties, string? noted, JsonObject? entry)
    {
        if (noted is null && entry is null)
            return;

        // SAM takes a single policy for a list of one.
        var list = properties["Policies"] switch
        {
            null => [],
            JsonArray found => (JsonArray)found.DeepClone(),
            var single => new JsonArray(single.DeepClone()),
        };

        var at = noted is null ? -1 : list.Index().FirstOrDefault(policy => Fingerprint(policy.Item) == noted, (-1, null)).Index;
        if (at >= 0)
            list.RemoveAt(at);
        if (entry is not null)
            list.Insert(at >= 0 ? at : list.Count, entry.DeepClone());

        if (list.Count > 0)
            properties.Put("Policies", list);
        else
            properties.Remove("Policies");
    }

    private static string Fingerprint(JsonNode? entry) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(entry?.ToJsonString() ?? "")).AsSpan(0, 8));
}
