using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Template.Merge;

/// <summary>Members of JSON objects by dotted path. What already is as it should be keeps its place.</summary>
internal static class JsonPaths
{
    /// <summary>The object at a key, made when there is none.</summary>
    /// <exception cref="MergeException">There is something else, into which nothing can be put.</exception>
    public static JsonObject Child(this JsonObject parent, string key) => parent.Child(key, "");

    public static void Put(this JsonObject parent, string path, JsonNode value)
    {
        var (target, key) = (parent, path);
        for (var dot = key.IndexOf('.'); dot >= 0; dot = key.IndexOf('.'))
        {
            var inner = key[(dot + 1)..];
            target = target.Child(key[..dot], inner);
            key = inner;
        }

        if (!JsonNode.DeepEquals(target[key], value))
            target[key] = value.DeepClone();
    }

    /// <summary>Removes a member, and every object above it that is empty then.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Take(this JsonObject parent, string path)
    {
        var dot = path.IndexOf('.');
        if (dot < 0)
            return parent.Remove(path);

        var key = path[..dot];
        if (parent[key] is not JsonObject child || !child.Take(path[(dot + 1)..]))
            return false;

        if (child.Count == 0)
            parent.Remove(key);
        return true;
    }

    public static IEnumerable<string> Texts(this JsonNode? list) =>
        (list as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString());

    /// <summary>Remembers names for the next build, or that there are none.</summary>
    public static void Note(this JsonObject metadata, string key, IEnumerable<string> names)
    {
        JsonArray noted = [.. names.Select(name => JsonValue.Create(name))];
        if (noted.Count > 0)
            metadata.Put(key, noted);
        else
            metadata.Remove(key);
    }

    public static bool IsIntrinsic(string key) => key is "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);

    // A function replaces what stood there; a member cannot be put beside a function.
    private static JsonObject Child(this JsonObject parent, string key, string inner)
    {
        if (parent[key] is JsonObject child)
        {
            var call = child.Count == 1 && IsIntrinsic(child.First().Key) ? child.First().Key : null;
            if (call is null || call == inner)
                return child;
            if (!IsIntrinsic(inner))
                throw new MergeException(
                    $"{child.GetPath()} is worked out by {call}; write its members there, so that the build can add its own.");
        }

        // SAM's "true" for "as usual", and text where an intrinsic function goes now, give way.
        if (parent[key] is { } found
            && !IsIntrinsic(inner)
            && found.GetValueKind() is JsonValueKind.Array or JsonValueKind.String)
            throw new MergeException($"{found.GetPath()} should be an object, with names and values.");

        child = [];
        parent[key] = child;
        return child;
    }
}
