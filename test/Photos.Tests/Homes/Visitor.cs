using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>A person with a token (or none) and an HTTP client: what curl is to the README.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _api;
    private readonly HttpClient _media = new(new SocketsHttpHandler { UseProxy = false });

    public Visitor(Uri api, string? token)
    {
        _api = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = api };
        if (token is not null)
            _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunLog.HideToken(token));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Everything that was asked of the API, and what it answered.</summary>
    public List<Exchange> Exchanges { get; } = [];

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Reply> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<Reply> SendAsync(
        string method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpMethod(method), path, body, headers);

    public Task<Reply> AnnounceAsync(string name, string type, byte[] bytes) =>
        PostAsync("/uploads", new { name, type, bytes = bytes.Length, sha256 = A.DigestOf(bytes).Hex });

    /// <summary>Sends bytes to the link of an announcement, with its headers.</summary>
    public async Task<int> PutAsync(JsonElement put, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, put.GetProperty("url").GetString());
        request.Content = new ByteArrayContent(bytes);
        foreach (var header in put.GetProperty("headers").EnumerateObject())
        {
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
                request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        using var answer = await _media.SendAsync(request, Ct);
        return (int)answer.StatusCode;
    }

    /// <summary>Announces, sends and finishes; expects no objection.</summary>
    public async Task<JsonElement> UploadAsync(string name, byte[] bytes, string type = "image/jpeg")
    {
        var announced = await AnnounceAsync(name, type, bytes);
        Assert.Equal(201, announced.Status);
        Assert.Equal(200, await PutAsync(announced.Json.GetProperty("put"), bytes));

        var finished = await PostAsync("/photos", new { id = announced.Id });
        Assert.InRange(finished.Status, 200, 201);
        return finished.Json;
    }

    public Task<byte[]> DownloadAsync(JsonElement photo) =>
        _media.GetByteArrayAsync(photo.GetProperty("links").GetProperty("original").GetString(), Ct);

    public void Dispose()
    {
        _api.Dispose();
        _media.Dispose();
    }

    private async Task<Reply> SendAsync(
        HttpMethod method, string path, object? body = null, params (string Name, string Value)[] sent)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in sent)
            request.Headers.TryAddWithoutValidation(name, value);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var answer = await _api.SendAsync(request, Ct);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);

        var reply = new Reply((int)answer.StatusCode, headers, await answer.Content.ReadAsStringAsync(Ct));
        lock (Exchanges)
            Exchanges.Add(new Exchange(method.Method.ToLowerInvariant(), path, body, reply.Status, headers, reply.Text));
        return reply;
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The body without what names this one request.</summary>
    public string Anonymous => Json.TryGetProperty("requestId", out var id)
        ? Text.Replace(id.GetString()!, "", StringComparison.Ordinal)
        : Text;
}
