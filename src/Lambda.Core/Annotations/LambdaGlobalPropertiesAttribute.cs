namespace Amazon.Lambda.Annotations;

/// <summary>What holds for every function of the assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>
    /// Generates a <c>Main</c> that serves the function named by the environment's ANNOTATIONS_HANDLER.
    /// </summary>
    public bool GenerateMain { get; set; }

    /// <summary>
    /// <c>provided.al2</c>, <c>provided.al2023</c>, <c>dotnet8</c> or <c>dotnet10</c>; null chooses by target
    /// framework.
    /// </summary>
    public string? Runtime { get; set; }
}
