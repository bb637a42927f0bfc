using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Generator;

/// <summary>Generated handlers, compiled and called: the edges of binding and answering.</summary>
public sealed class BindingEdgeTests
{
    private const string Narrow = "[assembly: LambdaSerializer(typeof(Lambda.Tests.Generator.NarrowSerializer))]";

    [Theory]
    [InlineData("string proxy")]
    [InlineData("[FromRoute] string proxy")]
    [InlineData("[FromRoute(Name = \"proxy\")] string rest")]
    [InlineData("[FromRoute(Name = \"proxy+\")] string rest")]
    public async Task The_rest_of_a_path_is_bound_by_its_name_with_or_without_its_sign(string parameter)
    {
        var name = parameter[(parameter.LastIndexOf(' ') + 1)..];
        var request = new APIGatewayHttpApiV2ProxyRequest
        {
            PathParameters = new Dictionary<string, string> { ["proxy"] = "a/b c" },
        };

        var answer = await Functions("/files/{proxy+}", $"string Get({parameter}) => {name}").CallAsync("F_Get", request);

        Assert.Equal("a/b c", answer.Body);
    }

    [Theory]
    [InlineData("string Get([FromQuery] int @int, [FromQuery(Name = \"int\")] int @class) => $\"{@int + @class}\"", "10")]
    [InlineData("async Task<IHttpResult> Get([FromQuery(Name = \"int\")] int @await) { await Task.Yield(); return HttpResults.Ok($\"{@await}\"); }", "5")]
    [InlineData("string Get([FromQuery(Name = \"int\")] int var, ILambdaContext @event) => $\"{var}{@event is not null}\"", "5True")]
    [InlineData("string Get([FromQuery(Name = \"int\")] int request, ILambdaContext context, [FromQuery] int? scope) => $\"{request}{scope}\"", "5")]
    [InlineData("string Get([FromQuery] System.Net.IPAddress? address, [FromQuery(Name = \"int\")] IEnumerable<int?> list) => $\"{address}{list.Single()}\"", "5")]
    [InlineData("string Get([FromQuery(Name = \"x.y_$-1\")] string? odd) => odd ?? \"nothing\"", "nothing")]
    [InlineData("string Get([FromHeader] int? missing, [FromHeader] string[]? more, [FromQuery] Guid id) => $\"{missing}{more}{id:N}\"", "00000000000000000000000000000000")]
    public async Task Any_name_and_any_kind_of_missing_value_will_do(string method, string expected)
    {
        var request = new APIGatewayHttpApiV2ProxyRequest
        {
            QueryStringParameters = new Dictionary<string, string> { ["int"] = "5" },
        };

        Assert.Equal((200, expected), await AskAsync("/x", method, request));
    }

    [Fact]
    public void Words_of_the_language_may_name_methods_classes_and_namespaces()
    {
        var run = GeneratorRun.OfProgram(
            "[assembly: LambdaGlobalProperties(GenerateMain = true)]",
            """
            namespace @namespace.@event;

            public class @class { [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/")] public string @return() => ""; }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors());
        Assert.Contains("\"id\":\"namespaceeventclassreturnGenerated\"", run.Generated("Manifest.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IHttpResult? Get() => null")]
    [InlineData("Task<IHttpResult?> Get() => Task.FromResult<IHttpResult?>(null)")]
    public async Task A_result_that_is_null_is_an_error_that_says_what_to_return(string method)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync("/x", method, new()));

        Assert.Contains("HttpResults.NotFound()", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bool Get() => true", "true")]
    [InlineData("long? Get() => 5", "5")]
    [InlineData("int? Get() => null", "null")]
    [InlineData("decimal Get() => 1.50m", "1.50")]
    [InlineData("double Get() => 0.5", "0.5")]
    [InlineData("Task<int> Get() => Task.FromResult(5)", "5")]
    [InlineData("Task<string> Get() => Task.FromResult(\"a\")", "\"a\"")]
    [InlineData("DateTime Get() => new(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc)", "\"2026-11-21T00:00:00Z\"")]
    [InlineData("Guid Get() => Guid.Empty", "\"00000000-0000-0000-0000-000000000000\"")]
    public async Task A_plain_value_is_json_whatever_the_serializer_knows(string method, string expected)
    {
        var functions = CompiledFunctions.Of(GeneratorRun.Of(
            OutputKind.DynamicallyLinkedLibrary, [Narrow, Source("/x", method)]));

        var answer = await functions.CallAsync("F_Get", new());

        Assert.Equal((200, "application/json", expected), (answer.Status, answer.ContentType, answer.Body));
    }

    [Theory]
    [InlineData("string Get([FromQuery] int n) => \"\"", "application/json")]
    [InlineData("string Get([FromBody] Dictionary<string, int> body) => \"\"", "application/json")]
    [InlineData("IHttpResult Get([FromQuery] int n) => HttpResults.Ok()", "application/json")]
    [InlineData("Task<IHttpResult> Get([FromBody] Dictionary<string, int> body) => Task.FromResult(HttpResults.Ok())", "application/json")]
    public async Task A_serializer_that_knows_nothing_of_answers_still_says_400(string method, string type)
    {
        var functions = CompiledFunctions.Of(GeneratorRun.Of(
            OutputKind.DynamicallyLinkedLibrary, [Narrow, Source("/x", method)]));
        var request = new APIGatewayHttpApiV2ProxyRequest
        {
            QueryStringParameters = new Dictionary<string, string> { ["n"] = "x\"y" },
            Body = "{",
        };

        var returned = await functions.InvokeAsync("F_Get", request, CompiledFunctions.Context());
        var wire = returned as Stream ?? Written(returned!);

        var answer = FunctionAnswer.Of(wire);
        Assert.Equal((400, type), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_body_of_a_type_that_the_serializer_was_never_told_of_is_our_mistake()
    {
        var functions = CompiledFunctions.Of(GeneratorRun.Of(
            OutputKind.DynamicallyLinkedLibrary,
            [Narrow, Source("/x", "string Get([FromBody] List<Uri> body) => \"\"")]));

        await Assert.ThrowsAsync<JsonSerializerException>(() =>
            functions.CallAsync("F_Get", new APIGatewayHttpApiV2ProxyRequest { Body = "[]" }));
    }

    [Fact]
    public async Task A_function_that_serves_no_http_takes_a_deadline_alone()
    {
        var functions = CompiledFunctions.Of(
            """
            namespace App;

            public class F
            {
                [LambdaFunction]
                public Task<bool> Sweep(CancellationToken ct) => Task.FromResult(ct.CanBeCanceled);
            }
            """);

        Assert.Equal(true, await functions.InvokeAsync("F_Sweep", CompiledFunctions.Context()));
    }

    [Fact]
    public void A_program_serves_every_shape_of_handler()
    {
        var run = GeneratorRun.OfProgram(
            "[assembly: LambdaGlobalProperties(GenerateMain = true)]",
            """
            namespace App;

            public class F
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/a", Version = HttpApiVersion.V1)] public string A() => "";
                [LambdaFunction, RestApi(LambdaHttpMethod.Get, "/b")] public Task<IHttpResult> B() => null!;
                [LambdaFunction, FunctionUrl] public void C() { }
                [LambdaFunction, HttpApiAuthorizer] public IAuthorizerResult D() => null!;
                [LambdaFunction, RestApiAuthorizer] public ValueTask<IAuthorizerResult> E() => default;
                [LambdaFunction, RestApiAuthorizer] public Task<APIGatewayCustomAuthorizerResponse> G() => null!;
                [LambdaFunction] public Task H(CancellationToken ct) => Task.CompletedTask;
            }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors());
        Snapshot.Matches(run.Generated("Program.g.cs"));
    }

    private static MemoryStream Written(object answer)
    {
        var stream = new MemoryStream();
        new NarrowSerializer().Serialize(answer, stream);
        stream.Position = 0;
        return stream;
    }

    private static async Task<(int Status, string? Body)> AskAsync(
        string path, string method, APIGatewayHttpApiV2ProxyRequest request)
    {
        var answer = await Functions(path, method).CallAsync("F_Get", request);
        return (answer.Status, answer.Body);
    }

    private static CompiledFunctions Functions(string path, string method) => CompiledFunctions.Of(Source(path, method));

    private static string Source(string path, string method) =>
        $$"""
        namespace App;

        public class F
        {
            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "{{path}}")]
            public {{method}}{{(method.EndsWith('}') ? "" : ";")}}
        }
        """;
}
