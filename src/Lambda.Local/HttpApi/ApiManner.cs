using Lambda.Local.HttpApi.Events;

namespace Lambda.Local.HttpApi;

/// <summary>How an API behaves where it answers by itself: HTTP and REST APIs differ in every word.</summary>
internal sealed record ApiManner
{
    public static readonly ApiManner Http = new()
    {
        NewIds = RequestIds.OfHttpApi,
        Timeout = TimeSpan.FromSeconds(30),
        GuardTimeout = TimeSpan.FromSeconds(10),
        NotFound = GatewayAnswer.NotFound,
        NoSuchStage = GatewayAnswer.NotFound,
        TooLarge = GatewayAnswer.TooLarge,
        FunctionFailed = GatewayAnswer.FunctionFailed,
        Unavailable = GatewayAnswer.Unavailable,
        Unauthorized = GatewayAnswer.Unauthorized,
        Denied = GatewayAnswer.Forbidden,
        NotAllowed = GatewayAnswer.Forbidden,
        GuardFailed = GatewayAnswer.FunctionFailed,
    };

    public static readonly ApiManner Rest = new()
    {
        NewIds = RequestIds.OfRestApi,
        Timeout = TimeSpan.FromSeconds(29),
        GuardTimeout = TimeSpan.FromSeconds(29),
        NotFound = GatewayAnswer.OfRest(
            403, """{"message":"Missing Authentication Token"}""", "MissingAuthenticationTokenException"),
        NoSuchStage = GatewayAnswer.OfRest(403, """{"message":"Forbidden"}""", "ForbiddenException"),
        TooLarge = GatewayAnswer.OfRest(413, """{"message":"Request Too Long"}""", null),
        FunctionFailed = GatewayAnswer.OfRest(
            502, """{"message": "Internal server error"}""", "InternalServerErrorException"),
        Unavailable = GatewayAnswer.OfRest(504, """{"message": "Endpoint request timed out"}""", null),
        Unauthorized = GatewayAnswer.OfRest(401, """{"message":"Unauthorized"}""", "UnauthorizedException"),
        Denied = GatewayAnswer.OfRest(
            403,
            """{"Message":"User is not authorized to access this resource with an explicit deny"}""",
            "AccessDeniedException"),
        NotAllowed = GatewayAnswer.OfRest(
            403, """{"Message":"User is not authorized to access this resource"}""", "AccessDeniedException"),
        GuardFailed = GatewayAnswer.OfRest(500, """{"message":null}""", "AuthorizerConfigurationException"),
    };

    public required Func<DateTimeOffset, RequestIds> NewIds { get; init; }

    /// <summary>
    /// The gateway waits no longer for a function, whatever the function's own timeout; a route may ask for less.
    /// </summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The same for a function that lets callers in.</summary>
    public required TimeSpan GuardTimeout { get; init; }

    public required GatewayAnswer NotFound { get; init; }

    public required GatewayAnswer NoSuchStage { get; init; }

    public required GatewayAnswer TooLarge { get; init; }

    public required GatewayAnswer FunctionFailed { get; init; }

    public required GatewayAnswer Unavailable { get; init; }

    /// <summary>The request does not say who calls, or a REST API's authorizer threw that very word.</summary>
    public required GatewayAnswer Unauthorized { get; init; }

    /// <summary>The authorizer said no.</summary>
    public required GatewayAnswer Denied { get; init; }

    /// <summary>The authorizer's policy says nothing of this request.</summary>
    public required GatewayAnswer NotAllowed { get; init; }

    /// <summary>The authorizer failed, or its answer is none.</summary>
    public required GatewayAnswer GuardFailed { get; init; }
}
