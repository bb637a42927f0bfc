namespace Amazon.Lambda.Annotations.ALB;

/// <summary>Would take the argument from the body; see <see cref="ALBApiAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromBodyAttribute : Attribute;

/// <summary>Would take the argument from the query string; see <see cref="ALBApiAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromQueryAttribute : Attribute, INamedAttribute
{
    /// <inheritdoc/>
    public string? Name { get; set; }
}

/// <summary>Would take the argument from a header; see <see cref="ALBApiAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromHeaderAttribute : Attribute, INamedAttribute
{
    /// <inheritdoc/>
    public string? Name { get; set; }
}
