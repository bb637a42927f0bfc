namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>
/// Takes the argument from the request's body: a string as it is, anything else through the serializer.
/// </summary>
/// <remarks>
/// A body that cannot be read is answered with 400, and so is a missing one unless the parameter has a default.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromBodyAttribute : Attribute;

/// <summary>
/// Takes the argument from the query string. Names are told apart by case; lists are separated by commas.
/// </summary>
/// <remarks>Missing gives the parameter's default value; text that is no such value is answered with 400.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromQueryAttribute : Attribute, INamedAttribute
{
    /// <inheritdoc/>
    public string? Name { get; set; }
}

/// <summary>Takes the argument from a header, whatever the case of its name; lists are separated by commas.</summary>
/// <remarks>Missing gives the parameter's default value; text that is no such value is answered with 400.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromHeaderAttribute : Attribute, INamedAttribute
{
    /// <inheritdoc/>
    public string? Name { get; set; }
}

/// <summary>
/// Takes the argument from a variable of the path; needed only when it has another name than the parameter.
/// </summary>
/// <remarks>Text that is no such value is answered with 400.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromRouteAttribute : Attribute, INamedAttribute
{
    /// <inheritdoc/>
    public string? Name { get; set; }
}

/// <summary>Takes the argument from what the route's Lambda authorizer returned as context.</summary>
/// <remarks>
/// A value that is missing, or cannot be read, is answered with 401: a function behind an authorizer never runs without
/// what it was promised. Claims of a JSON Web Token are not among the values.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromCustomAuthorizerAttribute : Attribute, INamedAttribute
{
    /// <inheritdoc/>
    public string? Name { get; set; }
}
