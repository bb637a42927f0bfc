using Photos.Tests.Shared;

namespace Photos.Browser.Tests;

[Collection(LogsLast.Collection)]
public sealed class RunLogTests(Library library) : RunLogContract, IClassFixture<Library>
{
    private protected override async Task<string> PrintAsync()
    {
        using var ada = await library.ClientOfAsync("logs");
        await library.KillAsync();
        return "GET /config.json 200";
    }
}
