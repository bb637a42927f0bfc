using System.Text;
using Amazon.Lambda.APIGatewayEvents;

namespace Lambda.Tests.Generator;

/// <summary>What a route's Lambda authorizer said, as arguments of the function behind it.</summary>
public sealed class CustomAuthorizerTests
{
    private const string Context = """{"sub":"ada","level":3,"admin":true,"rate":1.5,"id":"0198a8a5-6f5c-7b7e-9d3c-111111111111","gone":null}""";

    [Theory]
    [InlineData("string", "sub", "ada")]
    [InlineData("string?", "sub", "ada")]
    [InlineData("int", "level", "3")]
    [InlineData("int?", "level", "3")]
    [InlineData("string", "level", "3")]
    [InlineData("bool", "admin", "True")]
    [InlineData("double", "rate", "1.5")]
    [InlineData("Guid", "id", "0198a8a5-6f5c-7b7e-9d3c-111111111111")]
    public async Task A_value_of_the_authorizers_context_is_read_as_its_type(string type, string key, string expected)
    {
        foreach (var route in new[] { "HttpApi(LambdaHttpMethod.Get, \"/x\")", "FunctionUrl" })
            Assert.Equal((200, expected), await AskV2Async(route, type, key));

        foreach (var route in new[] { "RestApi(LambdaHttpMethod.Get, \"/x\")", "HttpApi(LambdaHttpMethod.Get, \"/x\", Version = HttpApiVersion.V1)" })
            Assert.Equal((200, expected), await AskV1Async(route, type, key));
    }

    [Theory]
    [InlineData("string", "missing")]
    [InlineData("string?", "missing")]
    [InlineData("string", "Sub")]
    [InlineData("int", "sub")]
    [InlineData("int?", "gone")]
    [InlineData("bool", "level")]
    public async Task What_the_authorizer_did_not_say_is_answered_with_401(string type, string key)
    {
        Assert.Equal((401, null), await AskV2Async("HttpApi(LambdaHttpMethod.Get, \"/x\")", type, key));
        Assert.Equal((401, null), await AskV1Async("RestApi(LambdaHttpMethod.Get, \"/x\")", type, key));
    }

    [Theory]
    [InlineData("string")]
    [InlineData("IHttpResult")]
    public async Task A_401_says_why_to_the_client_in_a_header_and_wins_over_a_400(string returns)
    {
        var result = returns == "string" ? "\"\"" : "HttpResults.Ok()";
        var functions = CompiledFunctions.Of(
            $$"""
            namespace App;

            public class F
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
                public {{returns}} Get([FromQuery] int n, [FromCustomAuthorizer] string sub) => {{result}};
            }
            """);
        var request = new APIGatewayHttpApiV2ProxyRequest
        {
            QueryStringParameters = new Dictionary<string, string> { ["n"] = "x" },
        };

        var answer = await functions.CallAsync("F_Get", request);

        Assert.Equal((401, null), (answer.Status, answer.Body));
        Assert.Equal(
            ("application/json", "AccessDeniedException"), (answer.ContentType, answer.Headers["x-amzn-ErrorType"]));
    }

    [Fact]
    public async Task Values_that_are_no_json_are_read_too()
    {
        var request = new APIGatewayHttpApiV2ProxyRequest
        {
            RequestContext = new()
            {
                Authorizer = new() { Lambda = new Dictionary<string, object> { ["value"] = 1.5m } },
            },
        };

        var answer = await Functions("FunctionUrl", "decimal", "value").CallAsync("F_Get", request);

        Assert.Equal("1.5", answer.Body);
    }

    private static async Task<(int Status, string? Body)> AskV2Async(string route, string type, string key)
    {
        var request = Read<APIGatewayHttpApiV2ProxyRequest>("{\"requestContext\":{\"authorizer\":{\"lambda\":" + Context + "}}}");
        var answer = await Functions(route, type, key).CallAsync("F_Get", request);
        return (answer.Status, answer.Body);
    }

    private static async Task<(int Status, string? Body)> AskV1Async(string route, string type, string key)
    {
        var request = Read<APIGatewayProxyRequest>("{\"requestContext\":{\"authorizer\":" + Context + "}}");
        var answer = await Functions(route, type, key).CallV1Async("F_Get", request);
        return (answer.Status, answer.Body);
    }

    // Read as Lambda reads it: by the gateway's own description of its types, which needs no entry of ours.
    private static T Read<T>(string json) =>
        new NarrowSerializer().Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static CompiledFunctions Functions(string route, string type, string key) => CompiledFunctions.Of(
        $$"""
        namespace App;

        public class F
        {
            [LambdaFunction, {{route}}]
            public string Get([FromCustomAuthorizer(Name = "{{key}}")] {{type}} value) => FormattableString.Invariant($"{value}");
        }
        """);
}
