#nullable disable annotations // What a test does not set is null, as in Amazon's package.

using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>An invocation for unit tests: set what the function under test reads, the rest is null or zero.</summary>
public class TestLambdaContext : ILambdaContext
{
    /// <inheritdoc/>
    public string AwsRequestId { get; set; }

    /// <inheritdoc/>
    public IClientContext ClientContext { get; set; }

    /// <inheritdoc/>
    public string FunctionName { get; set; }

    /// <inheritdoc/>
    public string FunctionVersion { get; set; }

    /// <inheritdoc/>
    public ICognitoIdentity Identity { get; set; }

    /// <inheritdoc/>
    public string InvokedFunctionArn { get; set; }

    /// <summary>A <see cref="TestLambdaLogger"/>, unless set.</summary>
    public ILambdaLogger Logger { get; set; } = new TestLambdaLogger();

    /// <inheritdoc/>
    public string LogGroupName { get; set; }

    /// <inheritdoc/>
    public string LogStreamName { get; set; }

    /// <inheritdoc/>
    public int MemoryLimitInMB { get; set; }

    /// <summary>Stays as it is set; zero means that no end is known.</summary>
    public TimeSpan RemainingTime { get; set; }

    /// <inheritdoc/>
    public string TenantId { get; set; }

    /// <inheritdoc/>
    public string TraceId { get; set; }

    /// <inheritdoc/>
    public ILambdaSerializer Serializer { get; set; }
}
