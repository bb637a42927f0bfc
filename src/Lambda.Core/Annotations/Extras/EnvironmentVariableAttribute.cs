namespace Lambda.Annotations;

/// <summary>Sets an environment variable of one function.</summary>
/// <remarks>
/// <code>
/// [LambdaFunction, EnvironmentVariable("PHOTOS_TABLE", "@Photos"), EnvironmentVariable("PAGE_SIZE", "50")]
/// </code>
/// The value may be one of the template, as those of <see cref="JwtAuthorizerAttribute"/> are. Variables that the
/// template has by hand stay.
/// </remarks>
/// <param name="name">
/// A letter, then at least one letter, digit or underscore; none of those that Lambda itself sets.
/// </param>
/// <param name="value">Its value, or where the template finds it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnvironmentVariableAttribute(string name, string value) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value, or where the template finds it.</summary>
    public string Value { get; } = value;
}
