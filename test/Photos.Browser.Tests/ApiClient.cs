using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Photos.Browser.Tests;

/// <summary>Another client of the same library, for what was there before the visitor came.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _api;
    private readonly HttpClient _media = new();

    public ApiClient(Uri address, string token)
    {
        _api = new HttpClient { BaseAddress = address };
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Adds a photo as a program without a screen does: no copies.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AddAsync(string name, byte[] bytes, string? title = null)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var file = new { name, type = "image/jpeg", bytes = bytes.Length, sha256 = hash };
        var announced = await PostAsync("uploads", file);
        var id = announced.GetProperty("id").GetString()!;
        var where = announced.GetProperty("put");

        using var put = new HttpRequestMessage(HttpMethod.Put, where.GetProperty("url").GetString());
        put.Content = new ByteArrayContent(bytes);
        foreach (var header in where.GetProperty("headers").EnumerateObject())
        {
            if (!put.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
                put.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        using var stored = await _media.SendAsync(put);
        stored.EnsureSuccessStatusCode();
        await PostAsync("photos", title is null ? new { id } : new { id, title });
        return id;
    }

    public void Dispose()
    {
        _api.Dispose();
        _media.Dispose();
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _api.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
