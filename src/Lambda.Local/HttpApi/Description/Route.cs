using Lambda.Local.Invoking;

namespace Lambda.Local.HttpApi.Description;

/// <summary>A route of the HTTP API and what stands behind it.</summary>
/// <param name="Method">Upper case; <see cref="AnyMethod"/> for all that have no route of their own.</param>
/// <param name="Path">For example <c>/photos/{id}</c>; null for the <c>$default</c> route.</param>
/// <param name="Jwt">Null on a public route.</param>
/// <param name="Scopes">A token must have one of them; none asks for nothing.</param>
internal sealed record Route(
    string Method,
    string? Path,
    FunctionDescription Function,
    JwtRules? Jwt,
    IReadOnlyList<string> Scopes)
{
    public const string AnyMethod = "ANY";

    /// <summary>How the function is told of a request, and how its answer is read.</summary>
    public PayloadFormat Payload { get; init; } = PayloadFormat.Two;

    /// <summary>Null where the template sets no limit.</summary>
    public ThrottleRules? Throttle { get; init; }

    /// <summary>The function that lets callers in; null where none is asked.</summary>
    public GuardRules? Guard { get; init; }

    /// <summary>As the event's <c>routeKey</c> has it: as configured, whatever the request's method.</summary>
    public string Key { get; } = Path is null ? "$default" : $"{Method} {Path}";

    /// <summary>A template's method, in the spelling of <see cref="Method"/>.</summary>
    public static string MethodOf(string method) => method.ToUpperInvariant() switch
    {
        "X-AMAZON-APIGATEWAY-ANY-METHOD" or "*" => AnyMethod,
        var other => other,
    };
}
