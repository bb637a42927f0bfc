using System.Text.Json.Nodes;

namespace Lambda.Tests.OpenApi;

/// <summary>Who may call a route, and what the gateway answers those who may not, comes from the template.</summary>
public sealed class AccessTests
{
    private const string Function =
        """
        namespace App;

        public class Functions
        {
            [LambdaFunction(ResourceName = "Get"), HttpApi(LambdaHttpMethod.Get, "/things/{id}")]
            public string Get(string id) => id;
        }
        """;

    private const string Template =
        """
        {
          "Globals": { "HttpApi": { "Auth": {
            "DefaultAuthorizer": "SignedIn",
            "Authorizers": {
              "SignedIn": {
                "JwtConfiguration": { "issuer": "https://a.example" }, "AuthorizationScopes": [ "things/use" ]
              },
              "Other": { "FunctionArn": "x", "Identity": { "Headers": [ "x-key" ] } }
            }
          } } },
          "Resources": {
            "Get": {
              "Type": "AWS::Serverless::Function",
              "Metadata": { "Tool": "Amazon.Lambda.Annotations" },
              "Properties": { "Events": { "RootGet": {
                "Type": "HttpApi",
                "Properties": { "Path": "/things/{id}", "Method": "GET", "Auth": ROUTE }
              } } }
            }
          }
        }
        """;

    [Fact]
    public async Task A_default_authorizer_guards_every_route()
    {
        var api = Guarded("{}");

        await api.IsValidAsync();
        Assert.Equal("""[{"SignedIn":["things/use"]}]""", Security(api));
        Assert.Equal("bearer", Scheme(api, "SignedIn")["scheme"]!.ToString());
        Assert.NotNull(api.Operation("get", "/things/{id}")["responses"]!["401"]);
    }

    [Fact]
    public void A_route_may_be_open_where_the_others_are_not()
    {
        var api = Guarded("""{ "Authorizer": "NONE" }""");

        Assert.Equal("[]", Security(api));
        Assert.Empty((JsonObject)api.Document["components"]!["securitySchemes"]!);
        Assert.Null(api.Operation("get", "/things/{id}")["responses"]!["401"]);
    }

    [Fact]
    public async Task A_route_may_ask_for_scopes_and_an_authorizer_of_its_own()
    {
        var api = Guarded("""{ "Authorizer": "Other", "AuthorizationScopes": [ "a", "b" ] }""");

        await api.IsValidAsync();
        Assert.Equal("""[{"Other":["a","b"]}]""", Security(api));
        var scheme = Scheme(api, "Other");
        Assert.Equal(("apiKey", "x-key"), (scheme["type"]!.ToString(), scheme["name"]!.ToString()));
    }

    [Theory]
    [InlineData("HttpApi", "Authorization")]
    [InlineData("HttpApi", "x-key")]
    [InlineData("RestApi", "x-key")]
    public async Task An_authorizer_of_the_project_guards_the_routes_that_name_it(string kind, string header)
    {
        var api = DescribedApi.Of(
            $$"""
            namespace App;

            public class Functions
            {
                [LambdaFunction, {{kind}}Authorizer(IdentityHeader = "{{header}}")]
                public IAuthorizerResult Check() => AuthorizerResults.Allow();

                [LambdaFunction, {{kind}}(LambdaHttpMethod.Get, "/things/{id}", Authorizer = "Check")]
                public string Get(string id) => id;
            }
            """);

        await api.IsValidAsync();
        var scheme = (JsonObject)api.Document["components"]!["securitySchemes"]!;
        Assert.Equal(header, scheme.Single().Value!["name"]!.ToString());
        Assert.Equal($$"""[{"{{scheme.Single().Key}}":[]}]""", Security(api));
    }

    [Fact]
    public void A_template_without_authorizers_is_open() => Assert.Equal("[]", Security(DescribedApi.Of(Function)));

    private static DescribedApi Guarded(string route) =>
        DescribedApi.OfTemplate(Template.Replace("ROUTE", route, StringComparison.Ordinal), Function);

    private static string Security(DescribedApi api) =>
        api.Operation("get", "/things/{id}")["security"]!.ToJsonString();

    private static JsonNode Scheme(DescribedApi api, string name) =>
        api.Document["components"]!["securitySchemes"]![name]!;
}
