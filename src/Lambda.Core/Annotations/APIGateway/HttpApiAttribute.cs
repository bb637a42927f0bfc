namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Serves a route of an API Gateway HTTP API.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="template">
/// The path, such as <c>/photos/{id}</c>. Each variable is bound to the parameter of its name, or to the one whose
/// <see cref="FromRouteAttribute"/> names it; a last <c>{rest+}</c> takes what is left of the path.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HttpApiAttribute(LambdaHttpMethod method, string template) : Attribute
{
    /// <summary>The payload format of event and answer.</summary>
    public HttpApiVersion Version { get; set; } = HttpApiVersion.V2;

    /// <summary>The path.</summary>
    public string Template { get; set; } = template;

    /// <summary>The HTTP method.</summary>
    public LambdaHttpMethod Method { get; set; } = method;

    /// <summary>
    /// The authorizer: a function of this project that has <see cref="HttpApiAuthorizerAttribute"/>, by its
    /// <c>ResourceName</c> or else its method's name, best as <c>nameof(...)</c>. Null leaves the API's own in charge.
    /// </summary>
    public string? Authorizer { get; set; }
}

/// <summary>Payload formats of HTTP APIs.</summary>
public enum HttpApiVersion
{
    /// <summary>Payload format 1.0, as REST APIs use it.</summary>
    V1,

    /// <summary>Payload format 2.0.</summary>
    V2,
}
