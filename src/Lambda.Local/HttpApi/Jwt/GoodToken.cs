using System.Text.Json;

namespace Lambda.Local.HttpApi.Jwt;

/// <summary>A token in which everything is right but, perhaps, the time.</summary>
internal sealed record GoodToken(JwtGrant Grant, long Expires, long NotBefore)
{
    // The last second of the year 9999: no clock shows a later one, so whoever writes it means no time.
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Null with the token, or what is wrong with its times.</summary>
    /// <remarks>Whole seconds since 1970; <c>exp</c> must be there, <c>nbf</c> and <c>iat</c> may.</remarks>
    public static string? Read(JsonElement payload, out GoodToken? good)
    {
        good = null;
        if (!TryReadTime(payload, "exp", out var expires) || expires is null)
            return "the token has no valid exp";
        if (!TryReadTime(payload, "nbf", out var notBefore) || !TryReadTime(payload, "iat", out var issued))
            return "the token has an invalid nbf or iat";

        good = new GoodToken(JwtGrant.Of(payload), expires.Value, Math.Max(notBefore ?? 0, issued ?? 0));
        return null;
    }

    /// <summary>
    /// A token is good from the second of <c>nbf</c> and <c>iat</c> on, and in that of <c>exp</c> no more.
    /// </summary>
    public string? ProblemAt(long second)
    {
        if (second >= Expires)
            return "the token has expired";

        return second < NotBefore ? "the token is not valid yet" : null;
    }

    private static bool TryReadTime(JsonElement payload, string name, out long? time)
    {
        time = null;
        if (!payload.TryGetProperty(name, out var value))
            return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var seconds) || seconds > LastSecond)
            return false;

        time = seconds;
        return true;
    }
}
