namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>
/// Serves a URL of the function's own, without a gateway: every method and path; payload format 2.0.
/// </summary>
/// <remarks>CORS is set up as soon as one of its members says something.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionUrlAttribute : Attribute
{
    /// <summary>Who may call.</summary>
    public FunctionUrlAuthType AuthType { get; set; } = FunctionUrlAuthType.NONE;

    /// <summary>CORS: origins whose pages may call, or <c>*</c>.</summary>
    public string[]? AllowOrigins { get; set; }

    /// <summary>CORS: methods they may use; <see cref="LambdaHttpMethod.Any"/> is all.</summary>
    public LambdaHttpMethod[]? AllowMethods { get; set; }

    /// <summary>CORS: headers they may send.</summary>
    public string[]? AllowHeaders { get; set; }

    /// <summary>CORS: headers of an answer they may read.</summary>
    public string[]? ExposeHeaders { get; set; }

    /// <summary>CORS: whether they may send cookies and credentials.</summary>
    public bool AllowCredentials { get; set; }

    /// <summary>CORS: seconds a browser may remember all this; 0 leaves it to the browser.</summary>
    public int MaxAge { get; set; }
}

/// <summary>Who may call a function's URL.</summary>
public enum FunctionUrlAuthType
{
    /// <summary>Everybody.</summary>
    NONE,

    /// <summary>Who signs with AWS credentials that may.</summary>
#pragma warning disable CA1707 // The name is Amazon's, and the template's.
    AWS_IAM,
#pragma warning restore CA1707
}
