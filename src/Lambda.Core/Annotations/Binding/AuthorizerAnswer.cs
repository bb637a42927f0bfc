using System.ComponentModel;
using Amazon.Lambda.Annotations.APIGateway;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>What an authorizer returned, as the gateway reads it. Called by generated handlers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AuthorizerAnswer
{
    /// <summary>Yes or no, to an HTTP API.</summary>
    public static Stream Simple(IAuthorizerResult? result) =>
        Write(result, AuthorizerResultSerializationOptions.AuthorizerFormat.HttpApiSimple, null);

    /// <summary>A policy, to an HTTP API.</summary>
    public static Stream HttpApiPolicy(IAuthorizerResult? result, string? arn) =>
        Write(result, AuthorizerResultSerializationOptions.AuthorizerFormat.HttpApiIamPolicy, arn);

    /// <summary>A policy, to a REST API.</summary>
    public static Stream RestApiPolicy(IAuthorizerResult? result, string? arn) =>
        Write(result, AuthorizerResultSerializationOptions.AuthorizerFormat.RestApi, arn);

    private static Stream Write(
        IAuthorizerResult? result, AuthorizerResultSerializationOptions.AuthorizerFormat format, string? arn)
    {
        if (result is null)
            throw new InvalidOperationException("The authorizer returned null; return AuthorizerResults.Deny().");

        return result.Serialize(new AuthorizerResultSerializationOptions { Format = format, MethodArn = arn });
    }
}
