using System.ComponentModel;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>Binds requests of HTTP APIs and function URLs, payload format 2.0. Called by generated handlers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HttpApiBinder(APIGatewayHttpApiV2ProxyRequest request) : FunctionBinder(
    RequestParts.Of(request), request.Body, request.IsBase64Encoded, request.RequestContext?.Authorizer?.Lambda)
{
    /// <summary>400 or 401 with what is wrong, where, and never what was sent.</summary>
    public APIGatewayHttpApiV2ProxyResponse Refuse(ILambdaContext context) => Refusal(context).ToV2();
}

/// <summary>Binds requests of REST APIs, payload format 1.0. Called by generated handlers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RestApiBinder(APIGatewayProxyRequest request) : FunctionBinder(
    RequestParts.Of(request), request.Body, request.IsBase64Encoded, request.RequestContext?.Authorizer)
{
    /// <summary>400 or 401 with what is wrong, where, and never what was sent.</summary>
    public APIGatewayProxyResponse Refuse(ILambdaContext context) => Refusal(context).ToV1();
}
