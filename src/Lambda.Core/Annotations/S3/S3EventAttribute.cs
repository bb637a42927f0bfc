namespace Amazon.Lambda.Annotations.S3;

/// <summary>Invokes a function when objects of a bucket come or go.</summary>
/// <remarks>
/// The function takes an <c>S3Event</c> and, if it likes, an <c>ILambdaContext</c>; it returns nothing or a task. S3
/// tells a function only of buckets that its own template declares. What is not set here is not written there.
/// </remarks>
/// <param name="bucket">The bucket's logical id in the template behind an at sign: <c>@Pictures</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class S3EventAttribute(string bucket) : Attribute
{
    /// <summary>The bucket's logical id behind an at sign.</summary>
    public string Bucket { get; set; } = bucket;

    /// <summary>The event's name in the template, letters and digits; null means the bucket's logical id.</summary>
    public string? ResourceName { get; set; }

    /// <summary>What to tell of, such as <c>s3:ObjectRemoved:*</c>; several are separated by semicolons.</summary>
    public string Events { get; set; } = "s3:ObjectCreated:*";

    /// <summary>Only objects whose key begins so.</summary>
    public string? FilterPrefix { get; set; }

    /// <summary>Only objects whose key ends so.</summary>
    public string? FilterSuffix { get; set; }

    /// <summary>Whether the function is told at all.</summary>
    public bool Enabled { get; set; } = true;
}
