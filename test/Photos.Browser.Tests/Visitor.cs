using System.Collections.Concurrent;
using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>Somebody who uses the site by what it says: roles and words, never classes.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const string Password = "a long enough secret";

    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _complaints.Enqueue(message.Text);
        };
        page.Dialog += (_, dialog) =>
        {
            _complaints.Enqueue($"{dialog.Type}: {dialog.Message}");
            _ = dialog.AcceptAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors, dialogs and breaches of the content security policy, so far.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public ILocator Photos => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link);

    public ILocator Large => Page.GetByRole(AriaRole.Dialog);

    public ILocator Uploads => Page.GetByRole(AriaRole.Region, new() { Name = "Uploads" });

    public static async Task<Visitor> ArriveAsync(IPage page)
    {
        await page.GotoAsync("/");
        return new Visitor(page);
    }

    public ILocator Photo(string name) => Photos.And(Page.GetByRole(AriaRole.Link, new() { Name = name }));

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Notice(string words) => Page.GetByRole(AriaRole.Status).Filter(new() { HasText = words });

    public async Task SignUpAsync(string name)
    {
        await Button("Sign in").ClickAsync();
        var form = Page.GetByRole(AriaRole.Heading, new() { Name = "Create your account" });
        var other = Page.GetByRole(AriaRole.Link, new() { Name = "Create one" });
        await Expect(form.Or(other)).ToBeVisibleAsync();
        if (await other.IsVisibleAsync())
            await other.ClickAsync();

        await FillInAsync(name);
        await Button("Create account").ClickAsync();
        await Expect(Button("Sign out")).ToBeVisibleAsync();
    }

    /// <summary>With an account that <see cref="SignUpAsync"/> has made.</summary>
    public async Task SignInAsync(string name, string password = Password)
    {
        await Button("Sign in").ClickAsync();
        await FillInAsync(name, password);
        await Button("Sign in").ClickAsync();
    }

    /// <summary>In a tab that opens for it when the button of a notice is pressed.</summary>
    public async Task SignInElsewhereAsync(string name)
    {
        var tab = await Page.Context.RunAndWaitForPageAsync(() => Button("Sign in").First.ClickAsync());
        await FillInAsync(tab, name, Password);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    public async Task ChangePasswordAsync(string name, string password)
    {
        await Button("Change password").ClickAsync();
        await Expect(Page.GetByLabel("Name")).ToHaveValueAsync(name);
        await Page.GetByLabel("Current password").FillAsync(Password);
        await Page.GetByLabel("New password").FillAsync(password);
        await Button("Change password").ClickAsync();
        await Expect(Button("Sign out")).ToBeVisibleAsync();
    }

    /// <summary>By the button and the system's own dialog.</summary>
    public async Task ChooseAsync(params string[] paths)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Button("Add photos").ClickAsync());
        await chooser.SetFilesAsync(paths);
    }

    /// <summary>By dragging files onto the page.</summary>
    public async Task DropAsync(params string[] paths)
    {
        var files = paths.Select(path =>
            new[] { Path.GetFileName(path), Convert.ToBase64String(File.ReadAllBytes(path)) });
        var dragged = await Page.EvaluateHandleAsync(
            """
            files => {
              const transfer = new DataTransfer();
              for (const [name, text] of files) {
                const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
                transfer.items.add(new File([bytes], name, { type: name.endsWith(".jpg") ? "image/jpeg" : "" }));
              }
              return transfer;
            }
            """,
            files.ToArray());

        await Page.DispatchEventAsync("body", "dragenter", new { dataTransfer = dragged });
        await Expect(Page.GetByText("Drop to add to your library")).ToBeVisibleAsync();
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = dragged });
    }

    public Task ExpectUploadsToSayAsync(string words) =>
        Expect(Uploads.GetByRole(AriaRole.Status)).ToHaveTextAsync(words);

    /// <summary>Exactly these photos, in this order, each with its picture.</summary>
    public async Task ExpectPhotosAsync(params string[] names)
    {
        await Expect(Photos).ToHaveCountAsync(names.Length);
        for (var at = 0; at < names.Length; at++)
        {
            await Expect(Photos.Nth(at)).ToHaveAccessibleNameAsync(names[at]);
            await ExpectPictureAsync(Photos.Nth(at));
        }
    }

    /// <summary>The picture has arrived and can be seen.</summary>
    public static async Task ExpectPictureAsync(ILocator place)
    {
        var image = place.Locator("img");
        await image.ScrollIntoViewIfNeededAsync();
        await Expect(image).ToBeVisibleAsync();
        await Expect(image).ToHaveJSPropertyAsync("complete", true);
        await Expect(image).Not.ToHaveJSPropertyAsync("naturalWidth", 0);
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private Task FillInAsync(string name, string password = Password) => FillInAsync(Page, name, password);

    private static async Task FillInAsync(IPage page, string name, string password)
    {
        RunLog.Hide(password);
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
    }
}
