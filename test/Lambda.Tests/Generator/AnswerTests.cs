namespace Lambda.Tests.Generator;

/// <summary>Generated handlers, compiled and called: how what a function returns becomes an answer.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("string Get() => \"a\\\"b\"", 200, "text/plain", "a\"b")]
    [InlineData("string? Get() => \"a\"", 200, "text/plain", "a")]
    [InlineData("Task<string> Get() => Task.FromResult(\"a\")", 200, "application/json", "\"a\"")]
    [InlineData("int Get() => 5", 200, "application/json", "5")]
    [InlineData("ValueTask<int> Get() => new(5)", 200, "application/json", "5")]
    [InlineData("Point Get() => new(1, 2)", 200, "application/json", "{\"X\":1,\"Y\":2}")]
    [InlineData("Task<Point?> Get() => Task.FromResult<Point?>(null)", 200, "application/json", "null")]
    [InlineData("void Get() { }", 200, null, null)]
    [InlineData("Task Get() => Task.CompletedTask", 200, null, null)]
    [InlineData("ValueTask Get() => default", 200, null, null)]
    [InlineData("APIGatewayHttpApiV2ProxyResponse Get() => new() { StatusCode = 418 }", 418, null, null)]
    [InlineData("Task<APIGatewayHttpApiV2ProxyResponse> Get() => Task.FromResult(new APIGatewayHttpApiV2ProxyResponse { StatusCode = 418 })", 418, null, null)]
    [InlineData("IHttpResult Get() => HttpResults.Conflict(\"x\")", 409, "text/plain", "x")]
    [InlineData("IHttpResult? Get() => HttpResults.Conflict(\"x\")", 409, "text/plain", "x")]
    [InlineData("Task<IHttpResult> Get() => Task.FromResult(HttpResults.Ok(new Point(1, 2)))", 200, "application/json", "{\"X\":1,\"Y\":2}")]
    [InlineData("Task<IHttpResult?> Get() => Task.FromResult<IHttpResult?>(HttpResults.Ok())", 200, null, null)]
    [InlineData("ValueTask<IHttpResult> Get() => new(HttpResults.Conflict())", 409, null, null)]
    [InlineData("static string Get() => \"static\"", 200, "text/plain", "static")]
    public async Task An_answer_is_what_the_return_type_says(string method, int status, string? type, string? body)
    {
        var answer = await Function(method).CallAsync("F_Get", new());

        Assert.Equal((status, type, body), (answer.Status, answer.ContentType, answer.Body));
    }

    [Fact]
    public async Task An_exception_leaves_the_handler_as_it_is()
    {
        var functions = Function("Task<IHttpResult> Get() => throw new InvalidOperationException(\"broken\")");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => functions.CallAsync("F_Get", new()));
        Assert.Equal("broken", error.Message);
    }

    private static CompiledFunctions Function(string method) => CompiledFunctions.Of(
        $$"""
        namespace App;

        public record Point(int X, int Y);

        public class F
        {
            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
            public {{method}}{{(method.EndsWith("{ }", StringComparison.Ordinal) ? "" : ";")}}
        }
        """);
}
