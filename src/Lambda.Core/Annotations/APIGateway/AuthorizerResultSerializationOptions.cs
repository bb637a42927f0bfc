namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The shape API Gateway expects an authorizer's answer in.</summary>
public sealed class AuthorizerResultSerializationOptions
{
    /// <summary>Shapes of an authorizer's answer.</summary>
    public enum AuthorizerFormat
    {
        /// <summary>Yes or no, to an HTTP API.</summary>
        HttpApiSimple,

        /// <summary>A policy, to an HTTP API.</summary>
        HttpApiIamPolicy,

        /// <summary>A policy, to a REST API.</summary>
        RestApi,
    }

    /// <summary>The shape.</summary>
    public AuthorizerFormat Format { get; set; }

    /// <summary>What a policy speaks of: the question's <c>RouteArn</c> or <c>MethodArn</c>; null: <c>*</c>.</summary>
    public string? MethodArn { get; set; }
}
