using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;

namespace Lambda.Tests.HttpApi;

/// <summary>A function set as a person writes it; what a generator makes of it stands below, by hand.</summary>
public sealed class SampleFunctions
{
    [LambdaSerializer(typeof(SampleSerializer))]
    public static string Greet(string name) => $"Hello {name}";

    [LambdaSerializer(typeof(SampleSerializer))]
    public static void Describe()
    {
    }

    [LambdaSerializer(typeof(SampleSerializer))]
    public static void Fail()
    {
    }

    [LambdaSerializer(typeof(SampleSerializer))]
    public static void Echo()
    {
    }

    [LambdaSerializer(typeof(SampleSerializer))]
    public static void Hang()
    {
    }

    [LambdaSerializer(typeof(SampleSerializer))]
    public static void Block()
    {
    }
}

public sealed class SampleFunctions_Greet_Generated
{
    public Task<Stream> Greet(JsonObject request, ILambdaContext context)
    {
        var name = request["pathParameters"]!["name"]!.GetValue<string>();
        var answer = new JsonObject { ["statusCode"] = 200, ["body"] = SampleFunctions.Greet(name) };
        return Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(answer.ToJsonString())));
    }
}

public sealed class SampleFunctions_Describe_Generated
{
    // Read while the handler is made, as a container would.
    private readonly string? _setting = Environment.GetEnvironmentVariables()["SAMPLE_SETTING"] as string;

    public Dictionary<string, string?> Describe(JsonObject request, ILambdaContext context)
    {
        context.Logger.LogInformation("Describing {what}", request["rawPath"]!.ToString());
        return new()
        {
            ["function"] = context.FunctionName,
            ["trace"] = context.TraceId,
            ["request"] = context.AwsRequestId,
            ["seconds"] =
                context.RemainingTime.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["setting"] = _setting,
        };
    }
}

public sealed class SampleFunctions_Echo_Generated
{
    public JsonObject Echo(JsonObject happened, ILambdaContext context)
    {
        context.Logger.LogInformation("Heard of it");
        return happened;
    }
}

public sealed class SampleFunctions_Fail_Generated
{
    public Task<Stream> Fail(JsonObject request, ILambdaContext context) =>
        throw new InvalidOperationException("a detail that is nobody's business");
}

public sealed class SampleFunctions_Hang_Generated
{
    public static TaskCompletionSource<Stream> Result { get; } = new();

    public Task<Stream> Hang(JsonObject request, ILambdaContext context) => Result.Task;
}

/// <summary>Keeps its thread until a test says so.</summary>
public sealed class SampleFunctions_Block_Generated
{
    public static SemaphoreSlim Entered { get; } = new(0);

    public static SemaphoreSlim Released { get; } = new(0);

    public string Block(JsonObject request, ILambdaContext context)
    {
        Entered.Release();
        Released.Wait();
        return "late";
    }
}

public sealed class SampleFunctions_Broken_Generated
{
    public SampleFunctions_Broken_Generated() => throw new InvalidOperationException("SAMPLE is not set.");

    public static Stream Broken(JsonObject request, ILambdaContext context) => Stream.Null;
}

public sealed class SampleSerializer : ILambdaSerializer
{
    public T Deserialize<T>(Stream requestStream) => JsonSerializer.Deserialize<T>(requestStream)!;

    public void Serialize<T>(T response, Stream responseStream) => JsonSerializer.Serialize(responseStream, response);
}

/// <summary>A function as it was written before there were generators.</summary>
public sealed class Plain
{
    [LambdaSerializer(typeof(SampleSerializer))]
    public string Upper(string text) => text.ToUpperInvariant();
}

/// <summary>Another one, that nobody told where its culture comes from.</summary>
public sealed class Needy(System.Globalization.CultureInfo culture)
{
    [LambdaSerializer(typeof(SampleSerializer))]
    public string Upper(string text) => text.ToUpper(culture);
}
