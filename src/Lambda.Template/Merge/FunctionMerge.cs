using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>Brings one function's resource in step.</summary>
internal static class FunctionMerge
{
    private const int NewMemory = 512;
    private const int NewTimeout = 30;
    private const string HandlerVariable = "Environment.Variables.ANNOTATIONS_HANDLER";

    /// <summary>What is only written once, for people to change.</summary>
    public static JsonObject NewFunction(string runtime, string codeUri) => new()
    {
        ["Type"] = TemplateMerge.FunctionType,
        ["Metadata"] = new JsonObject { ["Tool"] = Ownership.Tool },
        ["Properties"] = new JsonObject
        {
            ["Runtime"] = runtime,
            ["CodeUri"] = codeUri,
            ["MemorySize"] = NewMemory,
            ["Timeout"] = NewTimeout,
            ["Policies"] = new JsonArray("AWSLambdaBasicExecutionRole"),
        },
    };

    public static void Apply(
        JsonObject resource, ManifestFunction function, string runtime, string codeUri, JsonObject? parameters)
    {
        var properties = resource.Child("Properties");
        if (function.Timeout is { } timeout)
            properties.Put("Timeout", timeout);
        if (function.Memory is { } memory)
            properties.Put("MemorySize", memory);

        PutPermissions(properties, function, parameters);
        properties.Put("PackageType", function.IsImage ? "Image" : "Zip");
        if (function.IsImage)
            PutImage(properties, function, codeUri);
        else
            PutArchive(properties, function, runtime, codeUri);

        if (function.Name is { } name)
            properties.Put(HandlerVariable, name);
        else
            properties.Take(HandlerVariable);

        EventMerge.Apply(resource, properties, function.Events);
    }

    private static void PutPermissions(JsonObject properties, ManifestFunction function, JsonObject? parameters)
    {
        if (function.Policies is { } policies)
        {
            var names = policies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            properties.Put("Policies", new JsonArray([.. names.Select(Policy)]));
            properties.Remove("Role");
        }
        else if (function.Role is { } role)
        {
            properties.Put("Role", Role(role, parameters));
            properties.Remove("Policies");
        }
    }

    private static JsonNode Policy(string name) =>
        name.StartsWith('@') ? new JsonObject { ["Ref"] = name[1..] } : JsonValue.Create(name);

    private static JsonNode Role(string role, JsonObject? parameters)
    {
        if (!role.StartsWith('@'))
            return JsonValue.Create(role);

        var name = role[1..];
        return parameters?.ContainsKey(name) == true
            ? new JsonObject { ["Ref"] = name }
            : new JsonObject { ["Fn::GetAtt"] = new JsonArray(name, "Arn") };
    }

    private static void PutArchive(JsonObject properties, ManifestFunction function, string runtime, string codeUri)
    {
        properties.Put("CodeUri", codeUri);
        properties.Put("Handler", function.Handler);
        properties.Put("Runtime", runtime);
        properties.Remove("ImageUri");
        properties.Remove("ImageConfig");
    }

    private static void PutImage(JsonObject properties, ManifestFunction function, string codeUri)
    {
        properties.Put("ImageUri", codeUri);
        properties.Put("ImageConfig.Command", new JsonArray(function.Handler));
        properties.Remove("Handler");
        properties.Remove("CodeUri");
        properties.Remove("Runtime");
    }
}
