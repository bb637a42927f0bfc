using System.ComponentModel;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>
/// What a function returned, as an answer in payload format 2.0. Called by generated handlers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HttpApiAnswer
{
    /// <summary>200 without a body.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Empty() => Returned.Nothing.ToV2();

    /// <summary>200 with the text as it is.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Text(string? text) => Returned.Text(text).ToV2();

    /// <summary>200 with a number or a truth value, which needs no serializer to be JSON.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Plain(object? value) => Returned.Plain(value).ToV2();

    /// <summary>200 with the value through the serializer; null is the JSON text <c>null</c>.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Json<T>(T value, ILambdaSerializer serializer) =>
        Returned.Json(value, serializer).ToV2();

    /// <summary>The result as it describes itself.</summary>
    public static Stream Result(IHttpResult? result, ILambdaSerializer serializer) => Returned.Result(
        result,
        new HttpResultSerializationOptions
        {
            Format = HttpResultSerializationOptions.ProtocolFormat.HttpApi,
            Version = HttpResultSerializationOptions.ProtocolVersion.V2,
            Serializer = serializer,
        });
}
