using Lambda.Local.Console.History;
using Lambda.Local.HttpApi.Guards;
using Lambda.Local.HttpApi.Jwt;
using Lambda.Local.HttpApi.Routing;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi.Events;

/// <summary>What the gateway knows of a request by the time it asks the function.</summary>
/// <param name="Grant">Null on a public route.</param>
internal sealed record GatewayRequest(
    HttpRequest Http,
    RequestPath Path,
    RouteMatch Match,
    JwtGrant? Grant,
    RequestIds Ids,
    DateTimeOffset At)
{
    /// <summary>Null where no Lambda authorizer was asked.</summary>
    public GuardGrant? Guest { get; init; }

    /// <summary>Null where no journal is kept.</summary>
    public Entry? Entry { get; init; }
}
