using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Reads and writes JSON of any type, which it inspects while the function runs. Functions that are compiled to native
/// code take <see cref="SourceGeneratorLambdaJsonSerializer{TContext}"/>, which also starts faster.
/// </summary>
[RequiresUnreferencedCode(Reflects)]
[RequiresDynamicCode(Reflects)]
public class DefaultLambdaJsonSerializer : AbstractLambdaJsonSerializer
{
    internal const string Reflects =
        "Inspects types while the function runs; SourceGeneratorLambdaJsonSerializer does so while it is compiled.";

    private readonly bool _hasOwnWriter;

    /// <summary>A serializer with the default options.</summary>
    public DefaultLambdaJsonSerializer()
        : this(null, null)
    {
    }

    /// <summary>A serializer whose default options are changed first.</summary>
    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
        : this(customizer, null)
    {
    }

    /// <summary>A serializer whose default options are changed first.</summary>
    /// <param name="customizer">Changes the options.</param>
    /// <param name="jsonWriterCustomizer">Without effect, as it is given a copy.</param>
    public DefaultLambdaJsonSerializer(
        Action<JsonSerializerOptions>? customizer, Action<JsonWriterOptions>? jsonWriterCustomizer)
        : base(jsonWriterCustomizer) => SerializerOptions = Customized(customizer);

    /// <summary>A serializer that writes by options of the caller's own, indented for example.</summary>
    /// <param name="customizer">Changes the options for everything but layout and escaping.</param>
    /// <param name="writerOptions">Layout and escaping.</param>
    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer, JsonWriterOptions writerOptions)
        : base(writerOptions) => (SerializerOptions, _hasOwnWriter) = (Customized(customizer), true);

    /// <summary>The options in use; they can no longer be changed once something was read or written.</summary>
    protected JsonSerializerOptions SerializerOptions { get; }

    /// <inheritdoc/>
    protected override T InternalDeserialize<T>(byte[] json) =>
        (T)JsonSerializer.Deserialize(json, SerializerOptions.GetTypeInfo(typeof(T)))!;

    /// <inheritdoc/>
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, SerializerOptions.GetTypeInfo(typeof(T)));

    private protected override void Write<T>(T response, Stream stream)
    {
        if (_hasOwnWriter)
            base.Write(response, stream);
        else
            JsonSerializer.Serialize(stream, response, SerializerOptions.GetTypeInfo(typeof(T)));
    }

    private JsonSerializerOptions Customized(Action<JsonSerializerOptions>? customizer)
    {
        var options = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(options);
        options.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
        return options;
    }
}
