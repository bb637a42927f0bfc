namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>A request to an HTTP API, payload format 2.0. What a request does not have is null.</summary>
public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary><c>2.0</c></summary>
    public string? Version { get; set; }

    /// <summary>The route as configured, such as <c>GET /photos/{id}</c>, or <c>$default</c>.</summary>
    public string? RouteKey { get; set; }

    /// <summary>The path, percent-decoded; begins with the stage unless that is <c>$default</c>.</summary>
    public string? RawPath { get; set; }

    /// <summary>The query string as sent, without its question mark; empty when there is none.</summary>
    public string? RawQueryString { get; set; }

    /// <summary>Cookies as <c>name=value</c>; they are not among the headers.</summary>
    public string[]? Cookies { get; set; }

    /// <summary>Headers by lower-case name; several lines of a name are joined with commas.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>Query parameters, decoded; several of a name are joined with commas.</summary>
    public IDictionary<string, string>? QueryStringParameters { get; set; }

    /// <summary>Who asks, for what, when.</summary>
    public ProxyRequestContext? RequestContext { get; set; }

    /// <summary>The body: text, or base64 when <see cref="IsBase64Encoded"/>.</summary>
    public string? Body { get; set; }

    /// <summary>Variables of the route's path, decoded.</summary>
    public IDictionary<string, string>? PathParameters { get; set; }

    /// <summary>Whether <see cref="Body"/> is base64; so for every content type that is not known to be text.</summary>
    public bool IsBase64Encoded { get; set; }

    /// <summary>Variables of the stage.</summary>
    public IDictionary<string, string>? StageVariables { get; set; }

    /// <summary>Who asks, for what, when.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The account that owns the API.</summary>
        public string? AccountId { get; set; }

        /// <summary>The API.</summary>
        public string? ApiId { get; set; }

        /// <summary>What the route's authorizer found out; null on a route without one.</summary>
        public AuthorizerDescription? Authorizer { get; set; }

        /// <summary>The client's certificate, when the API asks for one.</summary>
        public ProxyRequestAuthentication? Authentication { get; set; }

        /// <summary>The host name that was asked.</summary>
        public string? DomainName { get; set; }

        /// <summary>The first label of <see cref="DomainName"/>.</summary>
        public string? DomainPrefix { get; set; }

        /// <summary>The HTTP request line and its sender.</summary>
        public HttpDescription? Http { get; set; }

        /// <summary>Names this request in the gateway's log.</summary>
        public string? RequestId { get; set; }

        /// <summary>The route's id; mostly absent.</summary>
        public string? RouteId { get; set; }

        /// <summary>The route as configured.</summary>
        public string? RouteKey { get; set; }

        /// <summary>The stage, <c>$default</c> if it has no name.</summary>
        public string? Stage { get; set; }

        /// <summary>When it arrived: <c>dd/MMM/yyyy:HH:mm:ss +0000</c>.</summary>
        public string? Time { get; set; }

        /// <summary>When it arrived, in Unix milliseconds.</summary>
        public long TimeEpoch { get; set; }
    }

    /// <summary>The HTTP request line and its sender.</summary>
    public class HttpDescription
    {
        /// <summary>In upper case.</summary>
        public string? Method { get; set; }

        /// <summary>As <see cref="RawPath"/>.</summary>
        public string? Path { get; set; }

        /// <summary><c>HTTP/1.1</c>, whatever the client speaks.</summary>
        public string? Protocol { get; set; }

        /// <summary>The client's address.</summary>
        public string? SourceIp { get; set; }

        /// <summary>The client's name for itself.</summary>
        public string? UserAgent { get; set; }
    }
}
