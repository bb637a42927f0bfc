using Lambda.Local.Invoking;
using Lambda.Template.Values;

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

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(50);

    /// <summary>How the function is told of a request, and how its answer is read.</summary>
    public PayloadFormat Payload { get; init; } = PayloadFormat.Two;

    /// <summary>The gateway waits no longer for the function; null for as long as it ever does.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Null where the template sets no limit.</summary>
    public ThrottleRules? Throttle { get; init; }

    /// <summary>The function that lets callers in; null where none is asked.</summary>
    public GuardRules? Guard { get; init; }

    /// <summary>As the event's <c>routeKey</c> has it: as configured, whatever the request's method.</summary>
    public string Key { get; } = Path is null ? "$default" : $"{Method} {Path}";

    /// <summary>What an event says of <see cref="Timeout"/>.</summary>
    /// <exception cref="TemplateException">It is less, or more, than the gateway takes.</exception>
    public static TimeSpan? TimeoutOf(TemplateValue milliseconds, TimeSpan longest)
    {
        if (!milliseconds.Exists)
            return null;

        var timeout = TimeSpan.FromMilliseconds(milliseconds.NumberOr(0));
        return timeout >= ShortestTimeout && timeout <= longest
            ? timeout
            : throw new TemplateException(
                $"{milliseconds.Where} is not between {ShortestTimeout.TotalMilliseconds} and "
                + $"{longest.TotalMilliseconds}.");
    }

    /// <summary>A template's method, in the spelling of <see cref="Method"/>.</summary>
    public static string MethodOf(string method) => method.ToUpperInvariant() switch
    {
        "X-AMAZON-APIGATEWAY-ANY-METHOD" or "*" => AnyMethod,
        var other => other,
    };
}
