using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>Brings one function's resource in step.</summary>
internal static class FunctionMerge
{
    private const int NewMemory = 512;
    private const int NewTimeout = 30;
    private const string SyncedUrl = "SyncedFunctionUrlConfig";

    /// <summary>What is only written once, for people to change.</summary>
    public static JsonObject NewFunction(MergeContext context) => Ownership.New(Ownership.FunctionType, new JsonObject
    {
        ["Runtime"] = context.Manifest.Runtime,
        ["CodeUri"] = context.CodeUri,
        ["MemorySize"] = NewMemory,
        ["Timeout"] = NewTimeout,
        ["Policies"] = new JsonArray("AWSLambdaBasicExecutionRole"),
    });

    public static void Apply(JsonObject resource, ManifestFunction function, MergeContext context)
    {
        var (metadata, properties) = (resource.Child("Metadata"), resource.Child("Properties"));
        if (function.Timeout is { } timeout)
            properties.Put("Timeout", timeout);
        if (function.Memory is { } memory)
            properties.Put("MemorySize", memory);

        PolicyMerge.Apply(metadata, properties, function, context);
        properties.Put("PackageType", function.IsImage ? "Image" : "Zip");
        if (function.IsImage)
            PutImage(properties, function, context);
        else
            PutArchive(properties, function, context);

        EnvironmentMerge.Apply(metadata, properties, function, context);
        PutUrl(metadata, properties, function, context);
        EventMerge.Apply(metadata, properties, function.Events, context);
    }

    private static void PutArchive(JsonObject properties, ManifestFunction function, MergeContext context)
    {
        properties.Put("CodeUri", context.CodeUri);
        properties.Put("Handler", function.Handler);
        properties.Put("Runtime", context.Manifest.Runtime);
        properties.Remove("ImageUri");
        properties.Remove("ImageConfig");
    }

    private static void PutImage(JsonObject properties, ManifestFunction function, MergeContext context)
    {
        properties.Put("ImageUri", context.CodeUri);
        properties.Put("ImageConfig.Command", new JsonArray(function.Handler));
        properties.Remove("Handler");
        properties.Remove("CodeUri");
        properties.Remove("Runtime");
    }

    // Cors is the code's as a whole; what else stands in the configuration is not.
    private static void PutUrl(
        JsonObject metadata, JsonObject properties, ManifestFunction function, MergeContext context)
    {
        if (function.FunctionUrl is { } url)
        {
            foreach (var (name, value) in url)
                properties.Put($"FunctionUrlConfig.{name}", context.Value(value!));
            if (!url.ContainsKey("Cors"))
                properties.Take("FunctionUrlConfig.Cors");
            metadata.Put(SyncedUrl, true);
        }
        else if (metadata.Remove(SyncedUrl))
        {
            properties.Remove("FunctionUrlConfig");
        }
    }
}
