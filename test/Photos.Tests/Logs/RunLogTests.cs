using System.Runtime.CompilerServices;
using Lambda.Local;
using Photos.Tests.Homes;
using Photos.Tests.Shared;

namespace Photos.Tests.Logs;

[Collection(LogsLast.Collection)]
public sealed class RunLogTests(EmbeddedHome home) : RunLogContract, IClassFixture<EmbeddedHome>
{
#pragma warning disable CA2255 // No server of this process may start before its terminal is the log of the run.
    [ModuleInitializer]
    internal static void CatchAll() => LocalServer.Terminal = RunLog.NewTerminal;
#pragma warning restore CA2255

    private protected override async Task<string> PrintAsync()
    {
        using var ada = home.NewAccount();
        var photo = await ada.UploadAsync("harbour.jpg", A.Jpeg());
        await ada.GetAsync($"/photos/{photo.GetProperty("id")}");
        await home.StopAsync();
        return "\"route\":\"GET /photos/{id}\",\"status\":200,";
    }
}
