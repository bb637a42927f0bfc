using System.Text.Json.Nodes;

namespace Lambda.Template.Merge;

/// <summary>Members of JSON objects by dotted path. What already is as it should be keeps its place.</summary>
internal static class JsonPaths
{
    /// <summary>The object at a key, made when there is none.</summary>
    public static JsonObject Child(this JsonObject parent, string key)
    {
        if (parent[key] is JsonObject child)
            return child;

        child = [];
        parent[key] = child;
        return child;
    }

    public static void Put(this JsonObject parent, string path, JsonNode value)
    {
        var (target, key) = (parent, path);
        for (var dot = key.IndexOf('.'); dot >= 0; dot = key.IndexOf('.'))
        {
            target = target.Child(key[..dot]);
            key = key[(dot + 1)..];
        }

        if (!JsonNode.DeepEquals(target[key], value))
            target[key] = value.DeepClone();
    }

    /// <summary>Removes a member, and every object above it that is empty then.</summary>
    public static void Take(this JsonObject parent, string path)
    {
        var dot = path.IndexOf('.');
        if (dot < 0)
        {
            parent.Remove(path);
            return;
        }

        var key = path[..dot];
        if (parent[key] is not JsonObject child)
            return;

        child.Take(path[(dot + 1)..]);
        if (child.Count == 0)
            parent.Remove(key);
    }

    public static IEnumerable<string> Texts(this JsonNode? list) =>
        (list as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString());
}
