#nullable disable annotations // What a test does not set is null, as in Amazon's package.

using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>What a mobile application says about itself, for unit tests.</summary>
public class TestClientApplication : IClientApplication
{
    /// <inheritdoc/>
    public string AppPackageName { get; set; }

    /// <inheritdoc/>
    public string AppTitle { get; set; }

    /// <inheritdoc/>
    public string AppVersionCode { get; set; }

    /// <inheritdoc/>
    public string AppVersionName { get; set; }

    /// <inheritdoc/>
    public string InstallationId { get; set; }
}
