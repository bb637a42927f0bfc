namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What an HTTP API asks its Lambda authorizer, payload format 2.0. What is not there is null.</summary>
public class APIGatewayCustomAuthorizerV2Request
{
    /// <summary><c>2.0</c></summary>
    public string? Version { get; set; }

    /// <summary><c>REQUEST</c></summary>
    public string? Type { get; set; }

    /// <summary>What is asked for: <c>arn:aws:execute-api:region:account:api/stage/METHOD/path</c>.</summary>
    public string? RouteArn { get; set; }

    /// <summary>What the configured sources of identity hold, in their order.</summary>
    public List<string>? IdentitySource { get; set; }

    /// <summary>The route as configured, such as <c>GET /photos/{id}</c>, or <c>$default</c>.</summary>
    public string? RouteKey { get; set; }

    /// <summary>The path, percent-decoded.</summary>
    public string? RawPath { get; set; }

    /// <summary>The query string as sent, without its question mark.</summary>
    public string? RawQueryString { get; set; }

    /// <summary>Cookies as <c>name=value</c>.</summary>
    public List<string>? Cookies { get; set; }

    /// <summary>Headers by lower-case name; several lines of a name are joined with commas.</summary>
    public Dictionary<string, string>? Headers { get; set; }

    /// <summary>Query parameters, decoded; several of a name are joined with commas.</summary>
    public Dictionary<string, string>? QueryStringParameters { get; set; }

    /// <summary>Who asks, for what, when; its <c>Authorizer</c> is not known yet.</summary>
    public APIGatewayHttpApiV2ProxyRequest.ProxyRequestContext? RequestContext { get; set; }

    /// <summary>Variables of the route's path, decoded.</summary>
    public Dictionary<string, string>? PathParameters { get; set; }

    /// <summary>Variables of the stage.</summary>
    public Dictionary<string, string>? StageVariables { get; set; }
}
