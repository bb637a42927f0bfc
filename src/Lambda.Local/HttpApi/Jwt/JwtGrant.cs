using System.Text.Json;

namespace Lambda.Local.HttpApi.Jwt;

/// <summary>A token that was found good, as the function will see it.</summary>
/// <param name="Claims">The event's <c>claims</c>: a JSON object whose values are all text.</param>
/// <param name="Scopes">What <c>scope</c> or <c>scp</c> lists.</param>
internal sealed record JwtGrant(byte[] Claims, IReadOnlyList<string> Scopes)
{
    public static JwtGrant Of(JsonElement payload)
    {
        using var claims = new MemoryStream();
        using (var writer = new Utf8JsonWriter(claims))
        {
            writer.WriteStartObject();
            foreach (var claim in payload.EnumerateObject().Where(claim => claim.Value.ValueKind != JsonValueKind.Null))
                writer.WriteString(claim.Name, Print(claim.Value));
            writer.WriteEndObject();
        }

        return new JwtGrant(claims.ToArray(), ScopesOf(payload));
    }

    // Of a list the gateway prints the items, without commas or quotes; everything else that is no text stays JSON.
    private static string Print(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(' ', value.EnumerateArray().Select(Print))}]",
        _ => value.GetRawText(),
    };

    private static string[] ScopesOf(JsonElement payload)
    {
        if (!payload.TryGetProperty("scope", out var scope) && !payload.TryGetProperty("scp", out scope))
            return [];

        return scope.ValueKind switch
        {
            JsonValueKind.String => scope.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            JsonValueKind.Array => [.. scope.EnumerateArray().Select(Print)],
            _ => [],
        };
    }
}
