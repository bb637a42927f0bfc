using Microsoft.Playwright;
using Photos.Browser.Tests;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Photos.Browser.Tests;

/// <summary>One installed browser for the whole run; every visitor has a profile of their own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const float Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = await InstalledBrowser.FindAsync();
        Assertions.SetDefaultExpectTimeout(Patience);

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            // The sandbox cannot be had by root, and none of these pages is a stranger's.
            Args = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
                ? [.. Quiet, "--no-sandbox"]
                : Quiet,
        });
    }

    /// <summary>Somebody new in front of the site, with nothing remembered.</summary>
    public async Task<Visitor> VisitAsync(Library library)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = library.Site.AbsoluteUri });
        context.SetDefaultTimeout(Patience);
        return await Visitor.ArriveAsync(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    // A browser under test asks nothing of the network beyond the pages.
    private static string[] Quiet { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];
}
