namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>HTTP methods a route can have.</summary>
public enum LambdaHttpMethod
{
    /// <summary>Every method that no other route of the path names.</summary>
    Any,

    /// <summary>GET</summary>
    Get,

    /// <summary>POST</summary>
    Post,

    /// <summary>PUT</summary>
    Put,

    /// <summary>PATCH</summary>
    Patch,

    /// <summary>HEAD</summary>
    Head,

    /// <summary>DELETE</summary>
    Delete,

    /// <summary>OPTIONS</summary>
    Options,
}
