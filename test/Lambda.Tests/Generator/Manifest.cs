using System.Reflection;
using System.Text.Json;

namespace Lambda.Tests.Generator;

/// <summary>What the generator tells the template, as the build step reads it: from the compiled assembly.</summary>
internal static class Manifest
{
    public static JsonElement Of(params string[] sources)
    {
        var functions = CompiledFunctions.Of(sources);
        var text = functions.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "Amazon.Lambda.Annotations.Manifest").Value!;
        return JsonDocument.Parse(text).RootElement;
    }
}
