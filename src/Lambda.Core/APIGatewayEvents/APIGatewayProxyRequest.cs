namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// A request to a REST API, or to an HTTP API that speaks payload format 1.0. What a request does not have is null.
/// </summary>
public partial class APIGatewayProxyRequest
{
    /// <summary>The resource as configured, such as <c>/photos/{id}</c>.</summary>
    public string? Resource { get; set; }

    /// <summary>The path as it was asked for, without the stage.</summary>
    public string? Path { get; set; }

    /// <summary>In upper case.</summary>
    public string? HttpMethod { get; set; }

    /// <summary>Headers, spelled as they were sent; of several lines of a name the last.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>Headers with every line of a name.</summary>
    public IDictionary<string, IList<string>>? MultiValueHeaders { get; set; }

    /// <summary>Query parameters, decoded; of several of a name the last.</summary>
    public IDictionary<string, string>? QueryStringParameters { get; set; }

    /// <summary>Query parameters, decoded, with every value of a name.</summary>
    public IDictionary<string, IList<string>>? MultiValueQueryStringParameters { get; set; }

    /// <summary>Variables of the route's path.</summary>
    public IDictionary<string, string>? PathParameters { get; set; }

    /// <summary>Variables of the stage.</summary>
    public IDictionary<string, string>? StageVariables { get; set; }

    /// <summary>Who asks, for what, when.</summary>
    public ProxyRequestContext? RequestContext { get; set; }

    /// <summary>The body: text, or base64 when <see cref="IsBase64Encoded"/>.</summary>
    public string? Body { get; set; }

    /// <summary>Whether <see cref="Body"/> is base64; so for the API's binary media types.</summary>
    public bool IsBase64Encoded { get; set; }
}
