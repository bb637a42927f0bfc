using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What an authorizer tells a REST API, or an HTTP API in payload format 1.0.</summary>
public class APIGatewayCustomAuthorizerResponse
{
    /// <summary>Whom it recognised.</summary>
    [JsonPropertyName("principalId")]
    public string? PrincipalID { get; set; }

    /// <summary>What the caller may do.</summary>
    [JsonPropertyName("policyDocument")]
    public APIGatewayCustomAuthorizerPolicy PolicyDocument { get; set; } = new();

    /// <summary>What the functions behind it shall know: texts, numbers and truth values.</summary>
    [JsonPropertyName("context")]
    public APIGatewayCustomAuthorizerContextOutput? Context { get; set; }

    /// <summary>The API key to count the request by, when the API's key source is its authorizer.</summary>
    [JsonPropertyName("usageIdentifierKey")]
    public string? UsageIdentifierKey { get; set; }
}

/// <summary>What an authorizer tells an HTTP API whose simple answers are switched on.</summary>
public class APIGatewayCustomAuthorizerV2SimpleResponse
{
    /// <summary>Whether the request may pass.</summary>
    [JsonPropertyName("isAuthorized")]
    public bool IsAuthorized { get; set; }

    /// <summary>What the functions behind it shall know.</summary>
    [JsonPropertyName("context")]
    public Dictionary<string, object>? Context { get; set; }
}

/// <summary>What an authorizer tells an HTTP API, as a policy.</summary>
public class APIGatewayCustomAuthorizerV2IamResponse
{
    /// <summary>Whom it recognised.</summary>
    [JsonPropertyName("principalId")]
    public string? PrincipalID { get; set; }

    /// <summary>What the caller may do.</summary>
    [JsonPropertyName("policyDocument")]
    public APIGatewayCustomAuthorizerPolicy PolicyDocument { get; set; } = new();

    /// <summary>What the functions behind it shall know.</summary>
    [JsonPropertyName("context")]
    public Dictionary<string, object>? Context { get; set; }
}
