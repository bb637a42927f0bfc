using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>A calling mobile application for unit tests.</summary>
public class TestClientContext : IClientContext
{
    /// <inheritdoc/>
    public IDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public IClientApplication Client { get; set; } = new TestClientApplication();

    /// <inheritdoc/>
    public IDictionary<string, string> Custom { get; set; } = new Dictionary<string, string>();
}
