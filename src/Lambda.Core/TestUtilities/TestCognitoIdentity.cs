#nullable disable annotations // What a test does not set is null, as in Amazon's package.

using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>A calling Cognito identity for unit tests.</summary>
public class TestCognitoIdentity : ICognitoIdentity
{
    /// <inheritdoc/>
    public string IdentityId { get; set; }

    /// <inheritdoc/>
    public string IdentityPoolId { get; set; }
}
