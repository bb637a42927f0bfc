using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;

namespace Photos.Functions.Http;

/// <summary>An answer as bytes that can be kept and given again: status, headers and body.</summary>
internal static class KeptAnswer
{
    private static readonly PhotosSerializer Serializer = new();

    /// <remarks>
    /// Compressed, because JSON writes what is not ASCII as escapes of six letters: the largest answer, a book, would
    /// not fit an item of DynamoDB otherwise.
    /// </remarks>
    public static byte[] Of(IHttpResult result)
    {
        using var answer = result.Serialize(new HttpResultSerializationOptions
        {
            Format = HttpResultSerializationOptions.ProtocolFormat.HttpApi,
            Version = HttpResultSerializationOptions.ProtocolVersion.V2,
            Serializer = Serializer,
        });
        using var kept = new MemoryStream();
        using (var deflate = new DeflateStream(kept, CompressionLevel.Optimal))
            answer.CopyTo(deflate);

        return kept.ToArray();
    }

    public static IHttpResult Read(byte[] kept)
    {
        using var answer = new DeflateStream(new MemoryStream(kept), CompressionMode.Decompress);
        var read = JsonSerializer.Deserialize(answer, PhotosJson.Default.APIGatewayHttpApiV2ProxyResponse)!;

        var result = HttpResults.NewResult((HttpStatusCode)read.StatusCode, read.Body);
        foreach (var (name, value) in read.Headers ?? new Dictionary<string, string>())
            result.AddHeader(name, value);

        return result;
    }
}
