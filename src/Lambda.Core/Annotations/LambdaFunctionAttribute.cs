namespace Amazon.Lambda.Annotations;

/// <summary>
/// Makes a method a Lambda function: the build writes its handler and its resource in serverless.template.
/// </summary>
/// <remarks>
/// What is not set here keeps the value it has in the template, or gets the default when it is new there.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LambdaFunctionAttribute : Attribute
{
    /// <summary>
    /// The resource's logical id, letters and digits; null derives it from namespace, class and method.
    /// </summary>
    public string? ResourceName { get; set; }

    /// <summary>Seconds an invocation may take; 0 leaves the template's value (30 when new).</summary>
    public uint Timeout { get; set; }

    /// <summary>Memory in MB; 0 leaves the template's value (512 when new).</summary>
    public uint MemorySize { get; set; }

    /// <summary>An IAM role's ARN, or <c>@Name</c> for one in the template. Takes the place of policies.</summary>
    public string? Role { get; set; }

    /// <summary>
    /// Managed policies, separated by commas; <c>@Name</c> refers to the template. Takes the place of a role.
    /// </summary>
    public string? Policies { get; set; }

    /// <summary>Whether the code is deployed as an archive or as a container image.</summary>
    public LambdaPackageType PackageType { get; set; } = LambdaPackageType.Zip;
}

/// <summary>How a function's code is deployed.</summary>
public enum LambdaPackageType
{
    /// <summary>As an archive.</summary>
    Zip,

    /// <summary>As a container image.</summary>
    Image,
}
