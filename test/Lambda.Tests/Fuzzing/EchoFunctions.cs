using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.Fuzzing;

/// <summary>A function that reads its event more strictly than any other would, and sends it back.</summary>
public sealed class EchoFunctions
{
    [LambdaSerializer(typeof(SampleSerializer))]
    public static string Echo(JsonElement request) => request.GetRawText();
}

public sealed class EchoFunctions_Echo_Generated
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public Task<Stream> Echo(Stream request, ILambdaContext context)
    {
        using var sent = JsonDocument.Parse(request, Strict);
        var answer = new JsonObject { ["statusCode"] = 200, ["body"] = EchoFunctions.Echo(sent.RootElement) };
        return Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(answer.ToJsonString())));
    }
}
