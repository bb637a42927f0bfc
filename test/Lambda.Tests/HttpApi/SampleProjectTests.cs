using Photos.Tests.Shared;

namespace Lambda.Tests.HttpApi;

public sealed class SampleProjectTests
{
    private static readonly string Template =
        File.ReadAllText(Path.Combine(Repository.Root, "test", "Lambda.Sample", "serverless.template"));

    [Fact]
    public async Task The_samples_template_is_served_whole_with_its_guard_its_first_payload_and_its_rest_api()
    {
        await using var host = await GatewayHost.StartAsync(Template);
        host.Functions.Each["Guard"] =
            () => Task.FromResult(ScriptedInvoker.Bytes("""{"isAuthorized":true,"context":{"guest":"Ada"}}"""));

        var stranger = await host.SendAsync("GET", "/guarded");
        var guest = await host.SendAsync("GET", "/guarded", ("Authorization", "let me in"));
        await host.SendAsync("GET", "/first");
        await host.SendAsync("GET", "/Prod/rest/7");

        Assert.Equal((401, 200), (stranger.Status, guest.Status));
        Assert.Equal(
            ["Guard", "Guarded", "FirstPayload", "Rest"], host.Functions.Invocations.Select(call => call.Function));
    }
}
