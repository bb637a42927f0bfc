using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Lambda.Tests.HttpApi;

/// <summary>The gateway's events, read by the types that functions declare.</summary>
public sealed class EventShapeTests
{
    [Fact]
    public async Task A_function_of_a_rest_api_reads_its_guest_and_its_caller()
    {
        await using var host = await StartAsync(
            GuardTemplate.Rest("REQUEST"), GuardTemplate.Policy("Allow", "*", """{"guest":"Ada","visits":3}"""));

        await host.SendAsync("GET", "/Prod/things/1?x=1&x=2", ("Authorization", "me"), ("User-Agent", "a test"));

        var asked = Read<APIGatewayCustomAuthorizerRequest>(host.Functions.Invocations[0].Event);
        Assert.Equal(("REQUEST", "/things/{id}"), (asked.Type, asked.Resource));
        var request = Read<APIGatewayProxyRequest>(host.Functions.Event);
        Assert.Equal(("1", "me"), (request.PathParameters!["id"], request.Headers!["Authorization"]));
        Assert.Equal(["1", "2"], request.MultiValueQueryStringParameters!["x"]);
        var context = request.RequestContext!;
        Assert.Equal(("ada", "3"), (context.Authorizer!.PrincipalId, context.Authorizer["visits"]?.ToString()));
        Assert.Equal(("127.0.0.1", "a test"), (context.Identity!.SourceIp, context.Identity.UserAgent));
        Assert.Null(request.StageVariables);
    }

    [Fact]
    public async Task A_function_of_the_first_version_reads_the_claims_of_a_token()
    {
        var template = JsonNode.Parse(GuardTemplate.FirstPayload("GET /things"))!;
        template["Globals"] = new JsonObject
        {
            ["HttpApi"] = new JsonObject { ["Auth"] = SampleTemplate.Authorizer([SampleTemplate.Scope]) },
        };
        await using var host = await GatewayHost.StartAsync(template.ToJsonString(), _ => A.Key);

        await host.SendAsync("GET", "/things", ("Authorization", A.Token()));

        var request = Read<APIGatewayProxyRequest>(host.Functions.Event);
        Assert.Equal("ada", request.RequestContext!.Authorizer!.Claims!["sub"]);
    }

    [Fact]
    public async Task A_guard_of_the_second_version_reads_its_question_and_the_function_its_guest()
    {
        await using var host = await StartAsync(
            GuardTemplate.HttpApi("2.0", isSimple: true), """{"isAuthorized":true,"context":{"guest":"Ada"}}""");

        await host.SendAsync("GET", "/things/1?tenant=x", ("Authorization", "me"));

        var asked = Read<APIGatewayCustomAuthorizerV2Request>(host.Functions.Invocations[0].Event);
        Assert.Equal(["me", "x"], asked.IdentitySource);
        Assert.Equal("GET", asked.RequestContext!.Http!.Method);
        var request = Read<APIGatewayHttpApiV2ProxyRequest>(host.Functions.Event);
        Assert.Equal("Ada", request.RequestContext!.Authorizer!.Lambda!["guest"]?.ToString());
    }

    private static T Read<T>(JsonElement sent) =>
        new DefaultLambdaJsonSerializer().Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(sent.GetRawText())));

    private static async Task<GatewayHost> StartAsync(string template, string says)
    {
        var host = await GatewayHost.StartAsync(template);
        host.Functions.Each[GuardTemplate.Guard] = () => Task.FromResult(ScriptedInvoker.Bytes(says));
        return host;
    }
}
