using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using NSubstitute;

namespace Lambda.Tests.Generator;

/// <summary>Authorizers, compiled and called as API Gateway calls them, and described to the template.</summary>
public sealed class AuthorizerTests
{
    private const string Policy =
        """{"principalId":"user","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"arn:1"}]}}""";

    private static readonly APIGatewayCustomAuthorizerV2Request V2 = new()
    {
        RouteArn = "arn:1",
        Headers = new Dictionary<string, string> { ["authorization"] = "Bearer t", ["x-list"] = "1,2" },
        QueryStringParameters = new Dictionary<string, string> { ["n"] = "5" },
        PathParameters = new Dictionary<string, string> { ["id"] = "7" },
    };

    private static readonly APIGatewayCustomAuthorizerRequest V1 = new()
    {
        MethodArn = "arn:1",
        AuthorizationToken = "token",
        Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer t", ["X-List"] = "2" },
        MultiValueHeaders = new Dictionary<string, IList<string>> { ["X-List"] = ["1", "2"] },
        QueryStringParameters = new Dictionary<string, string> { ["n"] = "5" },
        PathParameters = new Dictionary<string, string> { ["id"] = "7" },
    };

    [Theory]
    [InlineData("HttpApiAuthorizer", """{"isAuthorized":true}""")]
    [InlineData("HttpApiAuthorizer(EnableSimpleResponses = false)", Policy)]
    [InlineData("HttpApiAuthorizer(AuthorizerPayloadFormatVersion = AuthorizerPayloadFormatVersion.V1)", Policy)]
    [InlineData("RestApiAuthorizer", Policy)]
    [InlineData("RestApiAuthorizer(Type = RestApiAuthorizerType.Request)", Policy)]
    public async Task An_answer_has_the_shape_its_api_expects(string attribute, string expected)
    {
        Assert.Equal(expected, await AskAsync(attribute, "IAuthorizerResult Check() => AuthorizerResults.Allow()"));
        Assert.Equal(
            expected, await AskAsync(attribute, "Task<IAuthorizerResult?> Check() => Task.FromResult<IAuthorizerResult?>(AuthorizerResults.Allow())"));
        Assert.Equal(expected, await AskAsync(attribute, "ValueTask<IAuthorizerResult> Check() => new(AuthorizerResults.Allow())"));
    }

    [Theory]
    [InlineData("HttpApiAuthorizer", "[FromHeader] string authorization", "authorization", "Bearer t")]
    [InlineData("HttpApiAuthorizer", "[FromHeader(Name = \"X-List\")] List<int> list", "string.Join('|', list)", "1|2")]
    [InlineData("HttpApiAuthorizer", "[FromQuery] int n, [FromRoute] int id", "$\"{n} {id}\"", "5 7")]
    [InlineData("HttpApiAuthorizer", "[FromQuery] int m = 3", "$\"{m}\"", "3")]
    [InlineData("HttpApiAuthorizer", "[FromHeader(Name = \"authorization\")] int number", "$\"{number}\"", "0")]
    [InlineData("HttpApiAuthorizer", "APIGatewayCustomAuthorizerV2Request request, ILambdaContext context", "request.RouteArn!", "arn:1")]
    [InlineData("RestApiAuthorizer", "[FromHeader(Name = \"AUTHORIZATION\")] string token", "token", "token")]
    [InlineData("RestApiAuthorizer(IdentityHeader = \"x-key\")", "[FromHeader(Name = \"X-Key\")] string token", "token", "token")]
    [InlineData("RestApiAuthorizer(Type = RestApiAuthorizerType.Request)", "[FromHeader] string authorization", "authorization", "Bearer t")]
    [InlineData("RestApiAuthorizer(Type = RestApiAuthorizerType.Request)", "[FromHeader(Name = \"x-list\")] int[] list", "string.Join('|', list)", "1|2")]
    [InlineData("RestApiAuthorizer(Type = RestApiAuthorizerType.Request)", "APIGatewayCustomAuthorizerRequest request, [FromRoute] Guid? id", "$\"{request.MethodArn}{id}\"", "arn:1")]
    public async Task A_question_is_bound_and_what_cannot_be_read_is_left_out(
        string attribute, string parameters, string result, string expected)
    {
        var said = await AskAsync(
            attribute, $"IAuthorizerResult Check({parameters}) => AuthorizerResults.Allow().WithContext(\"said\", {result})");

        Assert.EndsWith($"\"context\":{{\"said\":\"{expected}\"}}}}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_logged_without_its_value()
    {
        var context = CompiledFunctions.Context();
        var functions = Functions(
            "HttpApiAuthorizer", "IAuthorizerResult Check([FromHeader] int authorization) => AuthorizerResults.Deny()");

        await functions.InvokeAsync("F_Check", V2, context);

        context.Logger.Received().LogWarning(Arg.Is<string>(line =>
            line.Contains("'authorization'") && !line.Contains("Bearer")));
    }

    [Fact]
    public async Task An_answer_of_the_gateways_own_type_is_passed_on()
    {
        var functions = Functions(
            "HttpApiAuthorizer",
            "Task<APIGatewayCustomAuthorizerV2SimpleResponse> Check() => Task.FromResult(new APIGatewayCustomAuthorizerV2SimpleResponse { IsAuthorized = true })");

        var answer = await functions.InvokeAsync("F_Check", V2, CompiledFunctions.Context());

        Assert.True(Assert.IsType<APIGatewayCustomAuthorizerV2SimpleResponse>(answer).IsAuthorized);
    }

    [Fact]
    public async Task An_authorizer_that_returns_null_is_told_what_to_return()
    {
        var functions = Functions("HttpApiAuthorizer", "IAuthorizerResult? Check() => null");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            functions.InvokeAsync("F_Check", V2, CompiledFunctions.Context()));
        Assert.Contains("AuthorizerResults.Deny()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Authorizers_and_the_routes_they_guard_reach_the_template()
    {
        var manifest = Manifest.Of(
            """
            namespace App;

            public class Guards
            {
                [LambdaFunction, HttpApiAuthorizer(ResultTtlInSeconds = 300)]
                public IAuthorizerResult Door() => AuthorizerResults.Deny();

                [LambdaFunction(ResourceName = "Gate"), RestApiAuthorizer(IdentityHeader = "X-Key")]
                public IAuthorizerResult Other() => AuthorizerResults.Deny();

                [LambdaFunction, RestApiAuthorizer(Type = RestApiAuthorizerType.Request)]
                public IAuthorizerResult Window() => AuthorizerResults.Deny();
            }

            public class Rooms
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/a", Authorizer = nameof(Guards.Door))]
                public string One() => "";

                [LambdaFunction, RestApi(LambdaHttpMethod.Any, "/b", Authorizer = "Gate")]
                public string Two() => "";

                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/c", Version = HttpApiVersion.V1)]
                public string Three() => "";
            }
            """);

        Assert.Equal(
            """
            {"api":"HttpApi","name":"Door","function":"AppGuardsDoorGenerated","properties":[["AuthorizerPayloadFormatVersion","2.0"],["EnableSimpleResponses",true],["Identity.Headers",["Authorization"]],["EnableFunctionDefaultPermissions",true],["AuthorizerResultTtlInSeconds",300]]}
            {"api":"RestApi","name":"Gate","function":"Gate","properties":[["Identity.Header","X-Key"],["FunctionPayloadType","TOKEN"],["AuthorizerResultTtlInSeconds",0]]}
            {"api":"RestApi","name":"Window","function":"AppGuardsWindowGenerated","properties":[["Identity.Headers",["Authorization"]],["FunctionPayloadType","REQUEST"],["AuthorizerResultTtlInSeconds",0]]}
            """,
            string.Join('\n', manifest.GetProperty("authorizers").EnumerateArray().Select(each => each.GetRawText())));
        Assert.Equal(
            """
            [{"name":"RootGet","type":"HttpApi","properties":[["Path","/a"],["Method","GET"],["Auth.Authorizer","Door"]]}]
            [{"name":"RootAny","type":"Api","properties":[["Path","/b"],["Method","ANY"],["Auth.Authorizer","Gate"]]}]
            [{"name":"RootGet","type":"HttpApi","properties":[["Path","/c"],["Method","GET"],["PayloadFormatVersion","1.0"]]}]
            """,
            string.Join('\n', manifest.GetProperty("functions").EnumerateArray().Skip(3)
                .Select(each => each.GetProperty("events").GetRawText())));
    }

    private static async Task<string> AskAsync(string attribute, string method)
    {
        var isV1 = attribute.StartsWith("Rest", StringComparison.Ordinal)
            || attribute.EndsWith("V1)", StringComparison.Ordinal);
        object question = isV1 ? V1 : V2;
        var answer = await Functions(attribute, method)
            .InvokeAsync("F_Check", question, CompiledFunctions.Context());
        return await new StreamReader((Stream)answer!, Encoding.UTF8).ReadToEndAsync();
    }

    private static CompiledFunctions Functions(string attribute, string method) => CompiledFunctions.Of(
        $$"""
        namespace App;

        public class F
        {
            [LambdaFunction, {{attribute}}]
            public {{method}};
        }
        """);
}
