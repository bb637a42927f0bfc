using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Reads and writes JSON by what the compiler generated in <typeparamref name="TContext"/>: no reflection.
/// </summary>
/// <remarks>
/// By default nulls are not written, names are read in any case and written as declared, and enums are numbers. A
/// derived class changes that: <c>: base(options => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase)</c>.
/// Events and answers of API Gateway need no entry in the context.
/// </remarks>
/// <typeparam name="TContext">Names the types that can be read and written; made with the options in use.</typeparam>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TContext>
    : AbstractLambdaJsonSerializer
    where TContext : JsonSerializerContext
{
    private readonly TContext _context;
    private readonly GatewayJson _gateway;
    private readonly bool _readsByHand;
    private readonly bool _hasOwnWriter;

    /// <summary>A serializer with the default options.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this((Action<JsonSerializerOptions>?)null, null)
    {
    }

    /// <summary>A serializer whose default options are changed first.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
        : this(customizer, null)
    {
    }

    /// <summary>A serializer with the default options.</summary>
    /// <param name="jsonWriterCustomizer">Without effect, as it is given a copy.</param>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions>? jsonWriterCustomizer)
        : this(null, jsonWriterCustomizer)
    {
    }

    /// <summary>A serializer whose default options are changed first.</summary>
    /// <param name="customizer">Changes the options.</param>
    /// <param name="jsonWriterCustomizer">Without effect, as it is given a copy.</param>
    public SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions>? customizer, Action<JsonWriterOptions>? jsonWriterCustomizer)
        : base(jsonWriterCustomizer) => (_context, _gateway, _readsByHand) = Contexts(customizer);

    /// <summary>A serializer that writes by options of the caller's own, indented for example.</summary>
    /// <param name="customizer">Changes the options for everything but layout and escaping.</param>
    /// <param name="writerOptions">Layout and escaping.</param>
    public SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions>? customizer, JsonWriterOptions writerOptions)
        : base(writerOptions)
    {
        (_context, _gateway, _readsByHand) = Contexts(customizer);
        _hasOwnWriter = true;
    }

    /// <summary>A serializer that reads and writes by a context that exists, with that one's options.</summary>
    /// <param name="jsonSerializerContext">The context.</param>
    /// <param name="customizer">Changes a copy of its options; a context of its own is then made with them.</param>
    /// <param name="jsonWriterCustomizer">Without effect, as it is given a copy.</param>
    [Obsolete("Leave the context out: one is made of its type, with the options that events need.")]
    public SourceGeneratorLambdaJsonSerializer(
        TContext jsonSerializerContext,
        Action<JsonSerializerOptions>? customizer = null,
        Action<JsonWriterOptions>? jsonWriterCustomizer = null)
        : base(jsonWriterCustomizer)
    {
        var options = new JsonSerializerOptions(jsonSerializerContext.Options) { TypeInfoResolver = null };
        customizer?.Invoke(options);
        _gateway = new GatewayJson(new JsonSerializerOptions(options));
        _context = customizer is null ? jsonSerializerContext : NewContext(options);
    }

    /// <inheritdoc/>
    protected override T InternalDeserialize<T>(byte[] json) =>
        (T)JsonSerializer.Deserialize(json, Known(typeof(T)) ?? throw Unknown(typeof(T)))!;

    /// <inheritdoc/>
    /// <remarks>A value passed as <see cref="object"/> is written as what it is.</remarks>
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, TypeInfoOf(response));

    private protected override bool TryRead<T>(ReadOnlySpan<byte> json, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!_readsByHand
            || typeof(T) != typeof(APIGatewayHttpApiV2ProxyRequest)
            || HttpApiRequestReader.Read(json) is not T request)
            return false;

        value = request;
        return true;
    }

    private protected override void Write<T>(T response, Stream stream)
    {
        if (_hasOwnWriter)
            base.Write(response, stream);
        else
            JsonSerializer.Serialize(stream, response, TypeInfoOf(response));
    }

    private static TContext NewContext(JsonSerializerOptions options) =>
        Activator.CreateInstance(typeof(TContext), options) as TContext
        ?? throw new InvalidOperationException($"{typeof(TContext).Name} could not be made.");

    // A context owns the options it is made with, so each of the two gets its own.
    private (TContext Context, GatewayJson Gateway, bool ReadsByHand) Contexts(
        Action<JsonSerializerOptions>? customizer)
    {
        var options = CreateDefaultJsonSerializationOptions();
        var usual = options.Converters.Count;
        customizer?.Invoke(options);
        var gateway = new GatewayJson(new JsonSerializerOptions(options));
        return (NewContext(options), gateway, HttpApiRequestReader.Fits(options, usual));
    }

    private JsonTypeInfo TypeInfoOf<T>(T response)
    {
        var type = typeof(T) == typeof(object) && response is not null ? response.GetType() : typeof(T);
        return Known(type) ?? Known(typeof(T)) ?? throw Unknown(type);
    }

    private JsonTypeInfo? Known(Type type) => _context.GetTypeInfo(type) ?? _gateway.GetTypeInfo(type);

    private static NotSupportedException Unknown(Type type) =>
        new($"add [JsonSerializable(typeof({type.Name}))] to {typeof(TContext).Name}.");
}
