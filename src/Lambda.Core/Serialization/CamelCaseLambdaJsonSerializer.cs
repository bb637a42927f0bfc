using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A <see cref="DefaultLambdaJsonSerializer"/> whose names start in lower case.</summary>
[RequiresUnreferencedCode(Reflects)]
[RequiresDynamicCode(Reflects)]
public class CamelCaseLambdaJsonSerializer : DefaultLambdaJsonSerializer
{
    /// <summary>A serializer with the default options.</summary>
    public CamelCaseLambdaJsonSerializer()
        : this(null, null)
    {
    }

    /// <summary>A serializer whose default options are changed first.</summary>
    public CamelCaseLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
        : this(customizer, null)
    {
    }

    /// <summary>A serializer whose default options are changed first.</summary>
    /// <param name="customizer">Changes the options.</param>
    /// <param name="jsonWriterCustomizer">Without effect, as it is given a copy.</param>
    public CamelCaseLambdaJsonSerializer(
        Action<JsonSerializerOptions>? customizer, Action<JsonWriterOptions>? jsonWriterCustomizer)
        : base(CamelCase + customizer, jsonWriterCustomizer)
    {
    }

    /// <summary>A serializer that writes by options of the caller's own, indented for example.</summary>
    /// <param name="customizer">Changes the options for everything but layout and escaping.</param>
    /// <param name="writerOptions">Layout and escaping.</param>
    public CamelCaseLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer, JsonWriterOptions writerOptions)
        : base(CamelCase + customizer, writerOptions)
    {
    }

    private static Action<JsonSerializerOptions> CamelCase => static options =>
        options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase);
}
