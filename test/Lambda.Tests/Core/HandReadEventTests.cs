using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Lambda.Tests.Core;

/// <summary>Events of an HTTP API are read by hand; nobody may notice but by the clock.</summary>
public sealed partial class HandReadEventTests
{
    private const string Whole = """
        {"version":"2.0","routeKey":"PUT /things/{id}","rawPath":"/things/ä","rawQueryString":"a=1&a=2",
        "cookies":["a=1","b=2"],"headers":{"host":"x","accept":"a,b","x-quote":"\"\u00e4\""},
        "queryStringParameters":{"a":"1,2"},"requestContext":{"accountId":"1","apiId":"2","authorizer":{"jwt":{"claims":
        {"sub":"me","exp":"17"},"scopes":["a","b"]}},"domainName":"d","domainPrefix":"p","http":{"method":"PUT",
        "path":"/things/ä","protocol":"HTTP/1.1","sourceIp":"::1","userAgent":"u"},"requestId":"r","routeKey":"k",
        "stage":"$default","time":"28/Nov/2026:01:30:00 +0000","timeEpoch":1795830000000},"body":"{\"b\":1}",
        "pathParameters":{"id":"ä"},"isBase64Encoded":true,"stageVariables":{"v":"1"}}
        """;

    private static readonly SourceGeneratorLambdaJsonSerializer<Json> ByHand = new();

    // A converter of one's own is reason enough to read in general.
    private static readonly SourceGeneratorLambdaJsonSerializer<Json> InGeneral =
        new(options => options.Converters.Add(new JsonStringEnumConverter<DayOfWeek>()));

    [Theory]
    [InlineData(Whole)]
    [InlineData("{}")]
    [InlineData(" { \"version\" : null , \"headers\" : null, \"cookies\": null } ")]
    [InlineData("""{"cookies":[],"headers":{},"requestContext":{},"pathParameters":{"a":null}}""")]
    [InlineData("""{"version":"1","version":"2","headers":{"a":"1","a":"2"},"requestContext":{"stage":"a"},"requestContext":{}}""")]
    [InlineData("""{"Version":"2.0","ROUTEKEY":"k","requestcontext":{"HTTP":{"Method":"GET"}}}""")]
    [InlineData("""{"vers\u0069on":"2.0","unknown":{"a":[1,2,{}]},"body":"b"}""")]
    [InlineData("""{"requestContext":null}""")]
    [InlineData("""{"requestContext":{"authorizer":null,"http":null,"timeEpoch":0}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"jwt":null}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"jwt":{"claims":null,"scopes":null}}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"lambda":{"a":1,"b":[true]}}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"iam":{"accessKey":"a"}},"authentication":{"clientCert":{"subjectDN":"s"}}}}""")]
    public void An_event_is_the_same_either_way(string json)
    {
        Assert.Equal(Read(InGeneral, json), Read(ByHand, json));
        Assert.DoesNotContain("Error", Read(ByHand, json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\":2}")]
    [InlineData("{\"headers\":[]}")]
    [InlineData("{\"headers\":{\"a\":1}}")]
    [InlineData("{\"cookies\":{}}")]
    [InlineData("{\"isBase64Encoded\":\"true\"}")]
    [InlineData("{\"isBase64Encoded\":null}")]
    [InlineData("{\"requestContext\":{\"timeEpoch\":1.5}}")]
    [InlineData("{\"requestContext\":{\"timeEpoch\":\"1\"}}")]
    [InlineData("{\"requestContext\":[]}")]
    [InlineData("{\"body\":\"\\ud800\"}")]
    [InlineData("{\"version\":\"2.0\"")]
    [InlineData("{\"version\":\"2.0\"} {}")]
    public void What_is_wrong_with_an_event_is_said_the_same_either_way(string json) =>
        Assert.Equal(Read(InGeneral, json), Read(ByHand, json));

    [Fact]
    public void Bytes_that_were_changed_on_their_way_mean_the_same_either_way()
    {
        var (random, original) = (new Random(20_261_128), Encoding.UTF8.GetBytes(Whole));
        for (var round = 0; round < 3_000; round++)
        {
            var changed = original.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);

            Assert.Equal(Read(InGeneral, changed), Read(ByHand, changed));
        }
    }

    private static string Read(SourceGeneratorLambdaJsonSerializer<Json> serializer, string json) =>
        Read(serializer, Encoding.UTF8.GetBytes(json));

    private static string Read(SourceGeneratorLambdaJsonSerializer<Json> serializer, byte[] json)
    {
        try
        {
            var request = serializer.Deserialize<APIGatewayHttpApiV2ProxyRequest>(
                new MemoryStream(json, 0, json.Length, writable: false, publiclyVisible: true));
            return JsonSerializer.Serialize(request);
        }
        catch (JsonSerializerException error)
        {
            return error.Message;
        }
    }

    [JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
    private sealed partial class Json : JsonSerializerContext;
}
