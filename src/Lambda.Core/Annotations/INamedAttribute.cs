namespace Amazon.Lambda.Annotations;

/// <summary>An attribute that may look for its value under another name than the parameter's.</summary>
public interface INamedAttribute
{
    /// <summary>The name in the request; null means the parameter's own.</summary>
    string? Name { get; set; }
}
