using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

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
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TContext> : ILambdaSerializer
    where TContext : JsonSerializerContext
{
    private readonly TContext _context;
    private readonly GatewayJson _gateway;

    /// <summary>A serializer with the default options.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this(static _ => { })
    {
    }

    /// <summary>A serializer whose default options are changed first.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
            PropertyNamingPolicy = new AwsNamingPolicy(),
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new LambdaDateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
        };
        customizer(options);

        // A context owns the options it is made with, so each of the two gets its own.
        _gateway = new GatewayJson(new JsonSerializerOptions(options));
        _context = Activator.CreateInstance(typeof(TContext), options) as TContext
            ?? throw new InvalidOperationException($"{typeof(TContext).Name} could not be made.");
    }

    /// <inheritdoc/>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            return (T)JsonSerializer.Deserialize(requestStream, TypeInfo(typeof(T)))!;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    /// <remarks>A value passed as <see cref="object"/> is written as what it is.</remarks>
    public void Serialize<T>(T response, Stream responseStream)
    {
        var type = typeof(T) == typeof(object) && response is not null ? response.GetType() : typeof(T);
        try
        {
            JsonSerializer.Serialize(responseStream, response, Known(type) ?? TypeInfo(typeof(T), type));
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {type.FullName} from the Lambda function to JSON: "
                + error.Message,
                error);
        }
    }

    private JsonTypeInfo TypeInfo(Type type, Type? missing = null) =>
        Known(type) ?? throw new NotSupportedException(
            $"add [JsonSerializable(typeof({(missing ?? type).Name}))] to {typeof(TContext).Name}.");

    private JsonTypeInfo? Known(Type type) => _context.GetTypeInfo(type) ?? _gateway.GetTypeInfo(type);
}
