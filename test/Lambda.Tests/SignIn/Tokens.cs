using System.Buffers.Text;
using System.Net;
using System.Text.Json;

namespace Lambda.Tests.SignIn;

/// <summary>What the token endpoint answered.</summary>
internal sealed record Tokens(HttpStatusCode Status, JsonElement Body)
{
    public string Access => Text("access_token");

    public string Refresh => Text("refresh_token");

    public string Id => Text("id_token");

    /// <summary>Empty when tokens were issued.</summary>
    public string Error => Body.TryGetProperty("error", out var error) ? error.GetString()! : "";

    /// <summary>One part of a token, read without checking anything.</summary>
    public static JsonElement Part(string token, int part) =>
        JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[part]));

    private string Text(string name) => Body.GetProperty(name).GetString()!;
}
