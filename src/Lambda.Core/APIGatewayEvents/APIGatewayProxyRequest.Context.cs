namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayProxyRequest
{
    /// <summary>Who asks, for what, when. Members of WebSocket APIs are null or 0 for the other kinds.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The account that owns the API.</summary>
        public string? AccountId { get; set; }

        /// <summary>The API.</summary>
        public string? ApiId { get; set; }

        /// <summary>What the route's authorizer found out; null on a route without one.</summary>
        public APIGatewayCustomAuthorizerContext? Authorizer { get; set; }

        /// <summary>The host name that was asked.</summary>
        public string? DomainName { get; set; }

        /// <summary>The first label of <see cref="DomainName"/>.</summary>
        public string? DomainPrefix { get; set; }

        /// <summary>Another name of this request, for AWS support.</summary>
        public string? ExtendedRequestId { get; set; }

        /// <summary>In upper case.</summary>
        public string? HttpMethod { get; set; }

        /// <summary>Where the request comes from.</summary>
        public RequestIdentity? Identity { get; set; }

        /// <summary>The operation's name in the API's description.</summary>
        public string? OperationName { get; set; }

        /// <summary>The path, with the stage.</summary>
        public string? Path { get; set; }

        /// <summary>Names this request in the gateway's log.</summary>
        public string? RequestId { get; set; }

        /// <summary>When it arrived: <c>dd/MMM/yyyy:HH:mm:ss +0000</c>.</summary>
        public string? RequestTime { get; set; }

        /// <summary>When it arrived, in Unix milliseconds.</summary>
        public long RequestTimeEpoch { get; set; }

        /// <summary>The resource's id.</summary>
        public string? ResourceId { get; set; }

        /// <summary>The resource as configured.</summary>
        public string? ResourcePath { get; set; }

        /// <summary>The stage.</summary>
        public string? Stage { get; set; }

        /// <summary>WebSocket: when the connection was made, in Unix milliseconds.</summary>
        public long ConnectedAt { get; set; }

        /// <summary>WebSocket: the connection.</summary>
        public string? ConnectionId { get; set; }

        /// <summary>WebSocket: what went wrong.</summary>
        public string? Error { get; set; }

        /// <summary>WebSocket: <c>CONNECT</c>, <c>MESSAGE</c> or <c>DISCONNECT</c>.</summary>
        public string? EventType { get; set; }

        /// <summary>WebSocket: milliseconds the integration took.</summary>
        public string? IntegrationLatency { get; set; }

        /// <summary>WebSocket: <c>IN</c>.</summary>
        public string? MessageDirection { get; set; }

        /// <summary>WebSocket: the message.</summary>
        public string? MessageId { get; set; }

        /// <summary>WebSocket: the route that was chosen.</summary>
        public string? RouteKey { get; set; }

        /// <summary>WebSocket: the status.</summary>
        public string? Status { get; set; }
    }
}
