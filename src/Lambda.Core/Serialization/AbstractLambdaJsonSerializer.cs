using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>What the JSON serializers have in common: streams, options, and how they fail.</summary>
/// <remarks>
/// Every failure is a <see cref="JsonSerializerException"/> that names the type. With the environment variable
/// LAMBDA_NET_SERIALIZER_DEBUG=true all JSON is printed to the console: for a developer's own data only.
/// </remarks>
public abstract class AbstractLambdaJsonSerializer : ILambdaSerializer
{
    private const string DebugVariable = "LAMBDA_NET_SERIALIZER_DEBUG";

    private readonly bool _prints;

    /// <summary>A serializer that writes by default options.</summary>
    /// <param name="jsonWriterCustomizer">
    /// Called and otherwise without effect, as in Amazon's package: what it is given is a copy. Options for writing
    /// that count are passed as a value.
    /// </param>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions>? jsonWriterCustomizer = null)
        : this(new JsonWriterOptions()) => jsonWriterCustomizer?.Invoke(WriterOptions);

    /// <summary>A serializer that writes by options of the caller's own.</summary>
    protected AbstractLambdaJsonSerializer(JsonWriterOptions writerOptions)
    {
        writerOptions.Encoder ??= JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        WriterOptions = writerOptions;
#pragma warning disable RS0030 // A switch of the environment's that Amazon's package has in the same place.
        _prints = string.Equals(
            Environment.GetEnvironmentVariable(DebugVariable), "true", StringComparison.OrdinalIgnoreCase);
#pragma warning restore RS0030
    }

    /// <summary>How JSON is laid out and escaped.</summary>
    protected JsonWriterOptions WriterOptions { get; }

    /// <inheritdoc/>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            if (!_prints && TryRead<T>(requestStream, out var value))
                return value;

            var json = Bytes(requestStream);
            if (_prints)
                Console.Out.WriteLine($"Event: {Encoding.UTF8.GetString(json)}");
            return InternalDeserialize<T>(json);
        }
        catch (Exception error)
        {
            // Constructors and converters of the function's own run in here and may throw whatever they like.
            var hint = typeof(T) == typeof(string) ? " As JSON, a text has quotation marks around it." : "";
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {error.Message}{hint}",
                error);
        }
    }

    /// <inheritdoc/>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            if (_prints)
                WriteAndPrint(response, responseStream);
            else
                Write(response, responseStream);
        }
        catch (Exception error)
        {
            var type = response?.GetType() ?? typeof(T);
            throw new JsonSerializerException(
                $"Error converting the response object of type {type.FullName} from the Lambda function to JSON: "
                + error.Message,
                error);
        }
    }

    /// <summary>Reads one value.</summary>
    protected abstract T InternalDeserialize<T>(byte[] json);

    /// <summary>Writes one value.</summary>
    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    /// <summary>
    /// Nulls are not written, names are read in any case and written as declared, enums are numbers, and times, bytes,
    /// streams in memory and the AWS SDK's constants have the forms that AWS gives them.
    /// </summary>
    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new LambdaDateTimeConverter(),
            new MemoryStreamConverter(),
            new ConstantClassConverter(),
            new ByteArrayConverter(),
        },
    };

    /// <summary>Reads bytes where they are, if it knows how.</summary>
    private protected virtual bool TryRead<T>(ReadOnlySpan<byte> json, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }

    private protected virtual void Write<T>(T response, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, WriterOptions);
        InternalSerialize(writer, response);
    }

    private void WriteAndPrint<T>(T response, Stream stream)
    {
        using var json = new MemoryStream();
        Write(response, json);
        Console.Out.WriteLine($"Answer: {Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length)}");
        json.WriteTo(stream);
    }

    private bool TryRead<T>(Stream stream, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (stream is not MemoryStream memory
            || !memory.TryGetBuffer(out var buffer)
            || !TryRead(buffer.AsSpan((int)memory.Position), out value))
            return false;

        memory.Position = memory.Length;
        return true;
    }

    // An event's own array when the stream is made of nothing else, which is how the bootstrap makes it.
    private static byte[] Bytes(Stream stream)
    {
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var buffer))
        {
            var rest = buffer.AsSpan((int)memory.Position);
            memory.Position = memory.Length;
            return rest.Length == buffer.Array!.Length ? buffer.Array : rest.ToArray();
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
