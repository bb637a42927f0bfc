using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Generator;

/// <summary>What there is to object to in functions that serve HTTP and in authorizers, and where it is said.</summary>
public sealed class HttpDiagnosticTests
{
    private const string Get = "LambdaHttpMethod.Get, \"/\"";
    private const string Door = "[LambdaFunction, HttpApiAuthorizer] public IAuthorizerResult Door() => null!; ";
    private const string Gate = "[LambdaFunction, RestApiAuthorizer] public IAuthorizerResult Gate() => null!; ";

    private string _source = "";

    [Theory]
    [InlineData("AWSLambda0107", "[LambdaFunction, RestApi(" + Get + "), FunctionUrl] public string F() => \"\";", "F")]
    [InlineData("AWSLambda0102", "[LambdaFunction, HttpApi(" + Get + "), HttpApiAuthorizer] public string F() => \"\";", "HttpApiAuthorizer")]
    [InlineData("AWSLambda0105", "[LambdaFunction, HttpApiAuthorizer] public IHttpResult F() => null!;", "F")]
    [InlineData("AWSLambda0107", "[LambdaFunction, HttpApi(" + Get + "), RestApi(" + Get + ")] public string F() => \"\";", "F")]
    [InlineData("AWSLambda0107", "[LambdaFunction, HttpApiAuthorizer, RestApiAuthorizer] public IAuthorizerResult F() => null!;", "F")]
    [InlineData("AWSLambda0107", "[LambdaFunction, HttpApiAuthorizer] public void F() { }", "F")]
    [InlineData("AWSLambda0107", "[LambdaFunction, HttpApiAuthorizer] public IAuthorizerResult F(string token) => null!;", "token")]
    [InlineData("AWSLambda0107", "[LambdaFunction, HttpApiAuthorizer] public IAuthorizerResult F([FromCustomAuthorizer] string sub) => null!;", "sub")]
    [InlineData("AWSLambda0107", "[LambdaFunction, HttpApi(" + Get + ")] public string F(APIGatewayProxyRequest request) => \"\";", "request")]
    [InlineData("AWSLambda0107", "[LambdaFunction, RestApi(" + Get + ")] public string F(APIGatewayHttpApiV2ProxyRequest request) => \"\";", "request")]
    [InlineData("AWSLambda0107", "[LambdaFunction, HttpApiAuthorizer] public IAuthorizerResult F(APIGatewayCustomAuthorizerRequest request) => null!;", "request")]
    [InlineData("AWSLambda0107", "[LambdaFunction, FunctionUrl] public string F([FromRoute] string id) => \"\";", "id")]
    [InlineData("AWSLambda0107", "[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/{id}\")] public string F() => \"\";", "F")]
    [InlineData("AWSLambda0109", "[LambdaFunction, RestApi(" + Get + ")] public string F([FromQuery] object x) => \"\";", "x")]
    [InlineData("AWSLambda0109", "[LambdaFunction, RestApi(" + Get + ")] public string F([FromCustomAuthorizer] List<string> x) => \"\";", "x")]
    [InlineData("AWSLambda0110", "[LambdaFunction, RestApi(" + Get + ")] public string F([FromHeader(Name = \"a b\")] string x) => \"\";", "FromHeader(Name = \"a b\")")]
    [InlineData("AWSLambda0110", "[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/{x}\")] public string F(string x, [FromRoute(Name = \"x+\")] string y) => \"\";", "FromRoute(Name = \"x+\")")]
    [InlineData("AWSLambda0115", "[LambdaFunction] public string F([FromCustomAuthorizer] string sub) => \"\";", "sub")]
    [InlineData("AWSLambda0121", Gate + "[LambdaFunction, HttpApi(" + Get + ", Authorizer = \" \")] public string F() => \"\";", "HttpApi(" + Get + ", Authorizer = \" \")")]
    [InlineData("AWSLambda0121", Gate + "[LambdaFunction, HttpApi(" + Get + ", Authorizer = \"X\")] public string F() => \"\";", "HttpApi(" + Get + ", Authorizer = \"X\")")]
    [InlineData("AWSLambda0122", Door + "[LambdaFunction, RestApi(" + Get + ", Authorizer = \"X\")] public string F() => \"\";", "RestApi(" + Get + ", Authorizer = \"X\")")]
    [InlineData("AWSLambda0123", Gate + "[LambdaFunction, HttpApi(" + Get + ", Authorizer = nameof(Gate))] public string F() => \"\";", "HttpApi(" + Get + ", Authorizer = nameof(Gate))")]
    [InlineData("AWSLambda0124", Door + "[LambdaFunction, RestApi(" + Get + ", Authorizer = nameof(Door))] public string F() => \"\";", "RestApi(" + Get + ", Authorizer = nameof(Door))")]
    [InlineData("AWSLambda0125", Door + "[LambdaFunction(ResourceName = \"Door\"), HttpApiAuthorizer] public IAuthorizerResult Back() => null!;", "Back")]
    [InlineData("AWSLambda0127", "[LambdaFunction, HttpApiAuthorizer(ResultTtlInSeconds = 3601)] public IAuthorizerResult F() => null!;", "HttpApiAuthorizer(ResultTtlInSeconds = 3601)")]
    [InlineData("AWSLambda0127", "[LambdaFunction, RestApiAuthorizer(ResultTtlInSeconds = -1)] public IAuthorizerResult F() => null!;", "RestApiAuthorizer(ResultTtlInSeconds = -1)")]
    [InlineData("AWSLambda0128", Door + "[LambdaFunction, HttpApi(" + Get + ", Version = HttpApiVersion.V1, Authorizer = \"Door\")] public string F() => \"\";", "HttpApi(" + Get + ", Version = HttpApiVersion.V1, Authorizer = \"Door\")")]
    [InlineData("AWSLambda0129", "[RestApi(" + Get + ")] public string F() => \"\";", "F")]
    [InlineData("AWSLambda0129", "[FunctionUrl] public string F() => \"\";", "F")]
    [InlineData("AWSLambda0129", "[HttpApiAuthorizer] public IAuthorizerResult F() => null!;", "F")]
    [InlineData("AWSLambda0129", "[RestApiAuthorizer] public IAuthorizerResult F() => null!;", "F")]
    [InlineData("AWSLambda0130", "[LambdaFunction] public IAuthorizerResult F() => null!;", "F")]
    [InlineData("AWSLambda0130", "[LambdaFunction, HttpApi(" + Get + ")] public Task<IAuthorizerResult> F() => null!;", "F")]
    [InlineData("AWSLambda0131", "[LambdaFunction, HttpApiAuthorizer] public IAuthorizerResult F([FromBody] string body) => null!;", "body")]
    public void A_mistake_has_its_id_and_its_place_and_leaves_the_other_functions_their_code(
        string id, string members, string place)
    {
        _source =
            $$"""
            namespace App;

            public class Functions
            {
                {{members}}
                [LambdaFunction] public string Good() => "";
            }
            """;
        var run = GeneratorRun.Of(_source);

        var error = Assert.Single(run.Diagnostics);
        Assert.Equal((id, place), (error.Id, Text(error)));
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains(run.Result.GeneratedSources, file => file.HintName == "Functions_Good_Generated.g.cs");
    }

    [Theory]
    [InlineData("APIGatewayHttpApiV2ProxyRequest request", "make 'request' an APIGatewayProxyRequest")]
    [InlineData("string other", "nothing says where 'other' comes from")]
    public void A_parameter_that_nothing_binds_is_told_what_would(string parameter, string advice)
    {
        var run = GeneratorRun.Of(
            $$"""
            namespace App;

            public class F { [LambdaFunction, RestApi({{Get}})] public string Get({{parameter}}) => ""; }
            """);

        Assert.Contains(advice, Assert.Single(run.Diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    // The generator lets go of the tree, so a place is looked up in the text.
    private string Text(Diagnostic diagnostic) =>
        _source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
