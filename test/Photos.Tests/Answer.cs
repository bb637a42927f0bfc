using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using Photos.Functions.Http;

namespace Photos.Tests;

/// <summary>A function's answer as the gateway reads it.</summary>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    // Made once, as the generated handlers do: a serializer reads its types when it is first used.
    private static readonly PhotosSerializer Serializer = new();

    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public static Answer Of(IHttpResult result)
    {
        var options = new HttpResultSerializationOptions
        {
            Format = HttpResultSerializationOptions.ProtocolFormat.HttpApi,
            Version = HttpResultSerializationOptions.ProtocolVersion.V2,
            Serializer = Serializer,
        };
        using var stream = result.Serialize(options);
        using var wire = JsonDocument.Parse(stream);
        var headers = wire.RootElement.GetProperty("headers").EnumerateObject();

        return new Answer(
            wire.RootElement.GetProperty("statusCode").GetInt32(),
            headers.ToDictionary(header => header.Name, header => header.Value.GetString()!),
            wire.RootElement.GetProperty("body").GetString() ?? "");
    }
}
