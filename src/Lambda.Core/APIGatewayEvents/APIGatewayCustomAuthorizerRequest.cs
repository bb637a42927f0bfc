namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// What a REST API asks its Lambda authorizer, or an HTTP API one of payload format 1.0. A token authorizer is told the
/// first three members alone; what a question does not have is null.
/// </summary>
public class APIGatewayCustomAuthorizerRequest
{
    /// <summary><c>TOKEN</c> or <c>REQUEST</c></summary>
    public string? Type { get; set; }

    /// <summary>What the identity header holds; with <c>REQUEST</c> only HTTP APIs say it.</summary>
    public string? AuthorizationToken { get; set; }

    /// <summary>What is asked for: <c>arn:aws:execute-api:region:account:api/stage/METHOD/path</c>.</summary>
    public string? MethodArn { get; set; }

    /// <summary><c>1.0</c>, from HTTP APIs.</summary>
    public string? Version { get; set; }

    /// <summary>What the configured sources of identity hold, from HTTP APIs.</summary>
    public string? IdentitySource { get; set; }

    /// <summary>The resource as configured.</summary>
    public string? Resource { get; set; }

    /// <summary>The path as it was asked for.</summary>
    public string? Path { get; set; }

    /// <summary>In upper case.</summary>
    public string? HttpMethod { get; set; }

    /// <summary>Headers, spelled as they were sent.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>Headers with every line of a name, from REST APIs.</summary>
    public IDictionary<string, IList<string>>? MultiValueHeaders { get; set; }

    /// <summary>Query parameters, decoded.</summary>
    public IDictionary<string, string>? QueryStringParameters { get; set; }

    /// <summary>Query parameters with every value of a name, from REST APIs.</summary>
    public IDictionary<string, IList<string>>? MultiValueQueryStringParameters { get; set; }

    /// <summary>Variables of the route's path.</summary>
    public IDictionary<string, string>? PathParameters { get; set; }

    /// <summary>Variables of the stage.</summary>
    public IDictionary<string, string>? StageVariables { get; set; }

    /// <summary>Who asks, for what, when.</summary>
    public APIGatewayProxyRequest.ProxyRequestContext? RequestContext { get; set; }
}
