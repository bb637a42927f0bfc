using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lambda.Local;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.LocalConsole;

/// <summary>A local cloud with its console open.</summary>
internal sealed class ConsoleClient : IAsyncDisposable
{
    private readonly CloudFixture _fixture;
    private readonly LocalCloud _cloud;

    private ConsoleClient(CloudFixture fixture, LocalCloud cloud) => (_fixture, _cloud) = (fixture, cloud);

    public HttpClient Http => _fixture.Http;

    public LocalCloud Cloud => _cloud;

    public LocalCloudOptions Options => _fixture.Options;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ConsoleClient> OpenAsync(
        string template = CloudFixture.Template, Func<LocalCloudOptions, LocalCloudOptions>? change = null)
    {
        var fixture = new CloudFixture(template);
        var cloud = LocalCloud.Build(change is null ? fixture.Options : change(fixture.Options));
        await cloud.StartAsync(Ct);
        return new ConsoleClient(fixture, cloud);
    }

    public Uri At(string path) => new(_cloud.Addresses.Api, $"/_local{path}");

    /// <summary>A request to the API itself.</summary>
    public async Task<HttpResponseMessage> CallAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_cloud.Addresses.Api, path));
        change?.Invoke(request);
        return await Http.SendAsync(request, Ct);
    }

    public string TokenOf(string account) =>
        LocalCloud.OpenSignIn(Options).IssueAccessToken(account, TimeSpan.FromMinutes(5)).Token;

    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>(At($"/api/{path}"), Ct);

    public async Task<(int Status, JsonElement Body)> SendAsync(string method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), At($"/api/{path}"));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return ((int)answer.StatusCode, text is "" ? default : JsonElement.Parse(text));
    }

    /// <summary>What the journal has, the newest first, once nothing is going on any more.</summary>
    public async Task<JsonElement[]> JournalAsync()
    {
        while (true)
        {
            JsonElement[] entries = [.. (await GetAsync("requests")).GetProperty("requests").EnumerateArray()];
            if (entries.All(entry => entry.TryGetProperty("ms", out _)))
                return entries;
            await Task.Delay(5, Ct);
        }
    }

    public async Task<JsonElement> LastAsync()
    {
        var last = (await JournalAsync())[0];
        return await GetAsync($"requests/{last.GetProperty("id")}");
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        _fixture.Dispose();
    }
}
