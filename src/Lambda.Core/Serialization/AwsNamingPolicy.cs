using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Names by another policy, or as declared, but for the few that AWS spells in its own way.</summary>
/// <param name="fallbackNamingPolicy">Makes all other names; null leaves them as they are declared.</param>
public class AwsNamingPolicy(JsonNamingPolicy? fallbackNamingPolicy) : JsonNamingPolicy
{
    /// <summary>Names as declared, but for the few that AWS spells in its own way.</summary>
    public AwsNamingPolicy()
        : this(null)
    {
    }

    /// <inheritdoc/>
    public override string ConvertName(string name) => name switch
    {
        "XAmzId2" => "x-amz-id-2",
        "XAmzRequestId" => "x-amz-request-id",
        _ => fallbackNamingPolicy?.ConvertName(name) ?? name,
    };
}
