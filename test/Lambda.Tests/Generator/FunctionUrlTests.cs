using Amazon.Lambda.APIGatewayEvents;

namespace Lambda.Tests.Generator;

/// <summary>Functions with a URL of their own: called, and described to the template.</summary>
public sealed class FunctionUrlTests
{
    [Theory]
    [InlineData("string Get([FromQuery] List<int> n) => string.Join(\"|\", n)", "12|3")]
    [InlineData("string Get([FromQuery] int[] n) => string.Join(\"|\", n)", "12|3")]
    [InlineData("string Get([FromQuery] IEnumerable<string> n) => string.Join(\"|\", n)", "12|3")]
    [InlineData("string Get([FromHeader(Name = \"X-N\")] List<long> n) => string.Join(\"|\", n)", "4|5")]
    [InlineData("string Get(APIGatewayHttpApiV2ProxyRequest request) => request.RawPath!", "/any/path")]
    [InlineData("IHttpResult Get([FromBody] Dictionary<string, int> body) => HttpResults.Ok($\"{body[\"a\"]}\")", "5")]
    public async Task A_url_takes_every_path_and_binds_all_else(string method, string expected)
    {
        var request = new APIGatewayHttpApiV2ProxyRequest
        {
            RawPath = "/any/path",
            QueryStringParameters = new Dictionary<string, string> { ["n"] = "12,3" },
            Headers = new Dictionary<string, string> { ["x-n"] = "4,5" },
            Body = """{"a":5}""",
        };

        var answer = await CompiledFunctions.Of(Source("FunctionUrl", method)).CallAsync("F_Get", request);

        Assert.Equal((200, expected), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("FunctionUrl", """{"AuthType":"NONE"}""")]
    [InlineData("FunctionUrl(AuthType = FunctionUrlAuthType.AWS_IAM)", """{"AuthType":"AWS_IAM"}""")]
    [InlineData(
        "FunctionUrl(AllowOrigins = [\"https://a.b\"], AllowMethods = [LambdaHttpMethod.Get, LambdaHttpMethod.Any], AllowHeaders = [\"x\"], ExposeHeaders = [\"y\", \"z\"], AllowCredentials = true, MaxAge = 60)",
        """{"AuthType":"NONE","Cors":{"AllowOrigins":["https://a.b"],"AllowMethods":["GET","*"],"AllowHeaders":["x"],"ExposeHeaders":["y","z"],"AllowCredentials":true,"MaxAge":60}}""")]
    public void A_url_is_described_to_the_template_and_is_no_event(string attribute, string expected)
    {
        var function = Manifest.Of(Source(attribute, "string Get() => \"\"")).GetProperty("functions")[0];

        Assert.Equal(expected, function.GetProperty("functionUrl").GetRawText());
        Assert.Equal(0, function.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public void A_route_may_have_a_url_beside_it()
    {
        var source = Source("HttpApi(LambdaHttpMethod.Get, \"/\"), FunctionUrl", "string Get() => \"\"");

        var function = Manifest.Of(source).GetProperty("functions")[0];

        Assert.Equal("""{"AuthType":"NONE"}""", function.GetProperty("functionUrl").GetRawText());
        Assert.Equal("RootGet", function.GetProperty("events")[0].GetProperty("name").GetString());
    }

    private static string Source(string attribute, string method) =>
        $$"""
        namespace App;

        public class F
        {
            [LambdaFunction, {{attribute}}]
            public {{method}};
        }
        """;
}
