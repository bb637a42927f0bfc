using System.Globalization;
using System.Text.Json;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// What a route's authorizer found out, by name. Values read from an event are <see cref="JsonElement"/>.
/// </summary>
public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
{
    /// <summary>Whom the authorizer recognised: the entry <c>principalId</c>.</summary>
    public string? PrincipalId
    {
        get => Text("principalId");
        set => this["principalId"] = value!;
    }

    /// <summary>The entry <c>stringKey</c>, as it is called in Amazon's examples.</summary>
    public string? StringKey
    {
        get => Text("stringKey");
        set => this["stringKey"] = value!;
    }

    /// <summary>The entry <c>numKey</c>, as it is called in Amazon's examples; null for none.</summary>
    public int? NumKey
    {
        get => int.TryParse(Text("numKey"), CultureInfo.InvariantCulture, out var number) ? number : null;
        set => this["numKey"] = value!;
    }

    /// <summary>The entry <c>boolKey</c>, as it is called in Amazon's examples; null when it is neither.</summary>
    public bool? BoolKey
    {
        get => bool.TryParse(Text("boolKey"), out var flag) ? flag : null;
        set => this["boolKey"] = value!;
    }

    /// <summary>The claims of a Cognito authorizer, as text: the entry <c>claims</c>; null without one.</summary>
    public Dictionary<string, string>? Claims
    {
        get => TryGetValue("claims", out var value) ? ClaimsOf(value) : null;
        set => this["claims"] = value!;
    }

    private static Dictionary<string, string>? ClaimsOf(object? value) => value switch
    {
        Dictionary<string, string> claims => claims,
        JsonElement { ValueKind: JsonValueKind.Object } json =>
            json.EnumerateObject().ToDictionary(claim => claim.Name, claim => claim.Value.ToString()),
        _ => null,
    };

    private string? Text(string key) =>
        TryGetValue(key, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}

/// <summary>What an authorizer has to say to the functions behind it: texts, numbers and truth values.</summary>
public class APIGatewayCustomAuthorizerContextOutput : Dictionary<string, object>
{
    /// <summary>The entry <c>stringKey</c>, as it is called in Amazon's examples.</summary>
    public string? StringKey
    {
        get => TryGetValue("stringKey", out var value) ? value as string : null;
        set => this["stringKey"] = value!;
    }

    /// <summary>The entry <c>numKey</c>, as it is called in Amazon's examples.</summary>
    public int? NumKey
    {
        get => TryGetValue("numKey", out var value) ? value as int? : null;
        set => this["numKey"] = value!;
    }

    /// <summary>The entry <c>boolKey</c>, as it is called in Amazon's examples.</summary>
    public bool? BoolKey
    {
        get => TryGetValue("boolKey", out var value) ? value as bool? : null;
        set => this["boolKey"] = value!;
    }
}
