namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>The Runtime API is of no more use: there is nobody left to serve, or to tell.</summary>
internal sealed class RuntimeApiException(string message, Exception? cause = null) : Exception(message, cause);
