using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>An IAM policy: which calls of an API a caller may make.</summary>
/// <remarks>Its names are those of the policy language, whatever the serializer does to others.</remarks>
public class APIGatewayCustomAuthorizerPolicy
{
    /// <summary>The policy language's version, <c>2012-10-17</c>.</summary>
    [JsonPropertyName("Version")]
    public string Version { get; set; } = "2012-10-17";

    /// <summary>The rules; a denial beats every permission.</summary>
    [JsonPropertyName("Statement")]
    public List<IAMPolicyStatement> Statement { get; set; } = [];

    /// <summary>One rule.</summary>
    public class IAMPolicyStatement
    {
        /// <summary><c>Allow</c> or <c>Deny</c></summary>
        [JsonPropertyName("Effect")]
        public string Effect { get; set; } = "Allow";

        /// <summary>Of what, such as <c>execute-api:Invoke</c>.</summary>
        [JsonPropertyName("Action")]
        public HashSet<string>? Action { get; set; }

        /// <summary>On what: ARNs; <c>*</c> stands for anything.</summary>
        [JsonPropertyName("Resource")]
        public HashSet<string>? Resource { get; set; }

        /// <summary>Only when: by operator, then by key.</summary>
        [JsonPropertyName("Condition")]
        public IDictionary<string, IDictionary<string, object>>? Condition { get; set; }
    }
}
