using System.Diagnostics;
using Photos.Tests.Shared;

namespace Photos.Browser.Tests;

/// <summary>The site's sources: checked as they are served, for there is no build step.</summary>
public sealed class SourceTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "www");

    private static readonly string Console = Path.Combine(Repository.Root, "src", "Lambda.Local", "Console", "www");

    [Theory]
    [InlineData("www")]
    [InlineData("src/Lambda.Local/Console/www")]
    public async Task The_scripts_pass_the_type_checker_in_strict_mode(string folder)
    {
        var compiler = Path.Combine(await NodePackages.EnsureAsync(), "typescript", "bin", "tsc");
        string[] words = [compiler, "--project", Path.Combine(Repository.Root, folder, "jsconfig.json")];

        using var check = Process.Start(new ProcessStartInfo("node", words) { RedirectStandardOutput = true })!;
        var complaints = await check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", complaints);
        Assert.Equal(0, check.ExitCode);
    }

    [Theory]
    [InlineData("fetch(", "api.js", "session.js")]
    [InlineData("XMLHttpRequest(", "api.js")]
    [InlineData("innerHTML", "dom.js")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    public void Few_modules_talk_to_servers_and_one_makes_elements_of_text(string words, params string[] modules)
    {
        var users = from path in Directory.EnumerateFiles(Folder, "*.js", SearchOption.AllDirectories)
                    where File.ReadAllText(path).Contains(words, StringComparison.Ordinal)
                    select Path.GetFileName(path);

        Assert.Equal(modules, users.Order());
    }

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    [InlineData("fetch(", "api.js")]
    [InlineData("new EventSource(", "api.js")]
    public void The_console_makes_nothing_of_text_but_text(string words, params string[] modules)
    {
        var users = from path in Directory.EnumerateFiles(Console, "*.js", SearchOption.AllDirectories)
                    where File.ReadAllText(path).Contains(words, StringComparison.Ordinal)
                    select Path.GetFileName(path);

        Assert.Equal(modules, users.Order());
    }

    [Theory]
    [InlineData("index.html", "app.js")]
    [InlineData("api.html", "reference.js")]
    public void A_page_has_no_script_and_no_style_of_its_own(string file, string script)
    {
        var page = File.ReadAllText(Path.Combine(Folder, file));

        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, page.Split("<script").Length - 1);
        Assert.Contains($"<script type=\"module\" src=\"/js/{script}\"></script>", page, StringComparison.Ordinal);
    }
}
