using Microsoft.CodeAnalysis;

namespace Lambda.Generator;

/// <content>What there is to object to in functions that serve HTTP, and in their authorizers.</content>
internal static partial class Diagnostics
{
    public static readonly DiagnosticDescriptor HttpResultWithoutApi = Error(
        "AWSLambda0105",
        "Invalid return type IHttpResult",
        "'{0}' returns an IHttpResult and serves no HTTP; add [HttpApi], [RestApi] or [FunctionUrl]");

    public static readonly DiagnosticDescriptor ParameterType = Error(
        "AWSLambda0109",
        "Unsupported Method Parameter Type",
        "'{0}' cannot be made from text; a '{1}' would have to be a string, an enum, an IParsable or a list of these");

    public static readonly DiagnosticDescriptor ParameterName = Error(
        "AWSLambda0110",
        "Invalid Parameter Attribute Name",
        "'{0}' cannot be a name in a request; use letters, digits and the characters . _ $ -");

    public static readonly DiagnosticDescriptor ParameterWithoutApi = Error(
        "AWSLambda0115",
        "Invalid Usage of API Parameters",
        "'{0}' is taken from an HTTP request and '{1}' serves no HTTP; add [HttpApi], [RestApi] or [FunctionUrl]");

    public static readonly DiagnosticDescriptor NoAuthorizerName = Error(
        "AWSLambda0120",
        "Authorizer Name Required",
        "The authorizer '{0}' has an empty ResourceName, which is its name too; leave ResourceName out or fill it");

    public static readonly DiagnosticDescriptor UnknownAuthorizer = Error(
        "AWSLambda0121",
        "HTTP API Authorizer Not Found",
        "No function of this project is the authorizer '{0}'; add [HttpApiAuthorizer] to it, or name a JWT authorizer "
        + "in serverless.template instead");

    public static readonly DiagnosticDescriptor UnknownRestAuthorizer = Error(
        "AWSLambda0122",
        "REST API Authorizer Not Found",
        "No function of this project is the authorizer '{0}'; add [RestApiAuthorizer] to it, or name another "
        + "authorizer in serverless.template instead");

    public static readonly DiagnosticDescriptor RestAuthorizerOnHttpApi = Error(
        "AWSLambda0123",
        "Authorizer Type Mismatch",
        "'{0}' guards REST APIs and this is a route of an HTTP API; name one that has [HttpApiAuthorizer]");

    public static readonly DiagnosticDescriptor HttpAuthorizerOnRestApi = Error(
        "AWSLambda0124",
        "Authorizer Type Mismatch",
        "'{0}' guards HTTP APIs and this is a route of a REST API; name one that has [RestApiAuthorizer]");

    public static readonly DiagnosticDescriptor DuplicateAuthorizer = Error(
        "AWSLambda0125",
        "Duplicate Authorizer Name",
        "Another authorizer is called '{0}' too, and routes find theirs by name; set another ResourceName");

    public static readonly DiagnosticDescriptor AuthorizerTtl = Error(
        "AWSLambda0127",
        "Invalid Result TTL",
        "The answers of '{0}' cannot be remembered for {1} seconds; use 0 to 3600");

    public static readonly DiagnosticDescriptor AuthorizerPayload = Error(
        "AWSLambda0128",
        "Authorizer Payload Version Mismatch",
        "'{0}' speaks payload format {1} and the route does not; give both the same version");

    public static readonly DiagnosticDescriptor AuthorizerResultElsewhere = Error(
        "AWSLambda0130",
        "Invalid return type IAuthorizerResult",
        "'{0}' returns an IAuthorizerResult and is no authorizer; add [HttpApiAuthorizer] or [RestApiAuthorizer]");

    public static readonly DiagnosticDescriptor BodyOfAuthorizer = Error(
        "AWSLambda0131",
        "FromBody not supported on Authorizer functions",
        "An authorizer is not told the body, so '{0}' has nowhere to come from; take it from a header or the query");
}
