using System.Text;
using Amazon.Lambda.APIGatewayEvents;

namespace Lambda.Tests.Generator;

/// <summary>Generated handlers of payload format 1.0, compiled and called: REST APIs, and HTTP APIs that choose it.</summary>
public sealed class RestApiTests
{
    private const string Rest = "RestApi(LambdaHttpMethod.Post, \"/albums/{id}\")";
    private const string V1 = "HttpApi(LambdaHttpMethod.Post, \"/albums/{id}\", Version = HttpApiVersion.V1)";

    [Theory]
    [InlineData(Rest, "string Get(int id) => $\"{id}\"", 200, "text/plain", "7")]
    [InlineData(V1, "string Get(int id) => $\"{id}\"", 200, "text/plain", "7")]
    [InlineData(Rest, "Task<string> Get(string id) => Task.FromResult(id)", 200, "application/json", "\"7\"")]
    [InlineData(Rest, "int Get(int id) => id + 1", 200, "application/json", "8")]
    [InlineData(Rest, "ValueTask<List<int>> Get(int id) => new([id])", 200, "application/json", "[7]")]
    [InlineData(Rest, "void Get(int id) { }", 200, null, null)]
    [InlineData(Rest, "Task Get(int id) => Task.CompletedTask", 200, null, null)]
    [InlineData(Rest, "APIGatewayProxyResponse Get(int id) => new() { StatusCode = 418 }", 418, null, null)]
    [InlineData(V1, "Task<APIGatewayProxyResponse> Get(int id) => Task.FromResult(new APIGatewayProxyResponse { StatusCode = 418 })", 418, null, null)]
    [InlineData(Rest, "IHttpResult Get(int id) => HttpResults.Conflict(\"x\")", 409, "text/plain", "x")]
    [InlineData(V1, "Task<IHttpResult?> Get(int id) => Task.FromResult<IHttpResult?>(HttpResults.Ok(id))", 200, "application/json", "7")]
    [InlineData(Rest, "string Get(int id, [FromQuery] List<int> n) => string.Join(\"|\", n)", 200, "text/plain", "1|2")]
    [InlineData(V1, "string Get(int id, [FromQuery] string[] n) => string.Join(\"|\", n)", 200, "text/plain", "1|2")]
    [InlineData(Rest, "string Get(int id, [FromQuery] int n) => $\"{n}\"", 200, "text/plain", "2")]
    [InlineData(Rest, "string Get(int id, [FromQuery] List<string>? m) => m is null ? \"nothing\" : \"\"", 200, "text/plain", "nothing")]
    [InlineData(Rest, "string Get(int id, [FromQuery] int m = 4) => $\"{m}\"", 200, "text/plain", "4")]
    [InlineData(Rest, "string Get(int id, [FromHeader(Name = \"x-tag\")] IList<string> tags) => string.Join(\"|\", tags)", 200, "text/plain", "a,b|c")]
    [InlineData(Rest, "string Get(int id, [FromHeader(Name = \"X-TAG\")] string tag) => tag", 200, "text/plain", "c")]
    [InlineData(Rest, "string Get(int id, [FromBody] List<int> body) => $\"{body[1]}\"", 200, "text/plain", "4")]
    [InlineData(Rest, "string Get(int id, [FromBody] string body) => body", 200, "text/plain", "[3,4]")]
    [InlineData(Rest, "string Get(int id, APIGatewayProxyRequest request) => request.HttpMethod!", 200, "text/plain", "POST")]
    [InlineData(Rest, "string Get(Guid id) => \"\"", 400, "application/json", "{\"message\":\"1 validation error(s) detected: Value at 'id' failed to satisfy constraint: must be a valid Guid\"}")]
    [InlineData(Rest, "IHttpResult Get(Guid id) => HttpResults.Ok()", 400, "application/json", "{\"message\":\"1 validation error(s) detected: Value at 'id' failed to satisfy constraint: must be a valid Guid\"}")]
    public async Task A_request_in_payload_1_is_bound_and_answered(
        string route, string method, int status, string? type, string? body)
    {
        var answer = await Functions(route, method).CallV1Async("F_Get", Request());

        Assert.Equal((status, type, body), (answer.Status, answer.ContentType, answer.Body));
    }

    [Fact]
    public async Task A_body_that_travels_as_base64_is_decoded()
    {
        var functions = Functions(Rest, "string Get(int id, [FromBody] string body) => body");
        var request = Request();
        request.Body = Convert.ToBase64String(Encoding.UTF8.GetBytes("Grüße"));
        request.IsBase64Encoded = true;

        Assert.Equal("Grüße", (await functions.CallV1Async("F_Get", request)).Body);
    }

    [Fact]
    public async Task Several_values_of_a_header_stay_apart()
    {
        var functions = Functions(
            Rest,
            "IHttpResult Get(int id) => HttpResults.Ok().AddCookie(\"a=1\").AddCookie(\"b=2\").AddHeader(\"x\", \"1\").AddHeader(\"x\", \"2\")");

        var answer = await functions.CallV1Async("F_Get", Request());

        Assert.Equal(("a=1|b=2", "1|2"), (answer.Headers["set-cookie"], answer.Headers["x"]));
    }

    [Fact]
    public async Task A_request_that_has_lists_alone_is_bound_by_the_last_of_each()
    {
        var functions = Functions(Rest, "string Get(int id, [FromQuery] int n, [FromHeader(Name = \"x-tag\")] string tag) => $\"{n}{tag}\"");
        var request = Request();
        request.QueryStringParameters = null;
        request.Headers = null;

        Assert.Equal("2c", (await functions.CallV1Async("F_Get", request)).Body);
    }

    [Fact]
    public async Task A_request_that_has_no_lists_is_bound_by_what_there_is()
    {
        var functions = Functions(Rest, "string Get(int id, [FromQuery] List<int> n) => string.Join(\"|\", n)");
        var request = Request();
        request.MultiValueQueryStringParameters = null;

        Assert.Equal("2", (await functions.CallV1Async("F_Get", request)).Body);
    }

    private static CompiledFunctions Functions(string route, string method) => CompiledFunctions.Of(
        $$"""
        namespace App;

        public class F
        {
            [LambdaFunction, {{route}}]
            public {{method}}{{(method.EndsWith("{ }", StringComparison.Ordinal) ? "" : ";")}}
        }
        """);

    private static APIGatewayProxyRequest Request() => new()
    {
        HttpMethod = "POST",
        PathParameters = new Dictionary<string, string> { ["id"] = "7" },
        QueryStringParameters = new Dictionary<string, string> { ["n"] = "2" },
        MultiValueQueryStringParameters = new Dictionary<string, IList<string>> { ["n"] = ["1", "2"] },
        Headers = new Dictionary<string, string> { ["X-Tag"] = "c" },
        MultiValueHeaders = new Dictionary<string, IList<string>> { ["X-Tag"] = ["a,b", "c"] },
        Body = "[3,4]",
    };
}
