namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a bootstrap takes from elsewhere than the environment.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>
    /// Host and port of the Runtime API, such as <c>127.0.0.1:9001</c>; null takes AWS_LAMBDA_RUNTIME_API.
    /// </summary>
    public string? RuntimeApiEndpoint { get; set; }
}
