using Lambda.Generator.Model;

namespace Lambda.Generator.Parsing;

/// <summary>How a function and API Gateway are connected.</summary>
/// <param name="Api">Set when it serves HTTP.</param>
/// <param name="Route">The path's variables, when it serves a route.</param>
/// <param name="Guard">The authorizer that its route names.</param>
/// <param name="Authorizer">Set when it is an authorizer itself.</param>
internal sealed record HttpSource(
    ApiModel? Api, RouteTemplate? Route, AuthorizerReference? Guard, AuthorizerModel? Authorizer)
{
    public PayloadModel? Payload => Api?.Payload ?? Authorizer?.Payload;
}
