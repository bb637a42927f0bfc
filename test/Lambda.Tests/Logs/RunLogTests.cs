using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Lambda.Local;
using Lambda.Tests.HttpApi;
using Photos.Tests.Shared;

namespace Lambda.Tests.Logs;

[Collection(LogsLast.Collection)]
public sealed class RunLogTests : RunLogContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

#pragma warning disable CA2255 // No server of this process may start before its terminal is the log of the run.
    [ModuleInitializer]
    internal static void CatchAll() => LocalServer.Terminal = RunLog.NewTerminal;
#pragma warning restore CA2255

    private protected override async Task<string> PrintAsync()
    {
        using var fixture = new CloudFixture();
        await using (var cloud = await fixture.StartAsync())
        {
            var issued = LocalCloud.OpenSignIn(fixture.Options).IssueAccessToken("ada", TimeSpan.FromMinutes(1));
            fixture.Http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", RunLog.HideToken(issued.Token));
            RunLog.Hide(issued.NewPassword!);
            using var answer = await fixture.Http.GetAsync(new Uri(cloud.Addresses.Api, "/describe?code=4711"), Ct);
        }

        return "GET /describe 200";
    }
}
