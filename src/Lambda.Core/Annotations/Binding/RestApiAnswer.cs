using System.ComponentModel;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>
/// What a function returned, as an answer in payload format 1.0. Called by generated handlers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RestApiAnswer
{
    /// <summary>200 without a body.</summary>
    public static APIGatewayProxyResponse Empty() => Returned.Nothing.ToV1();

    /// <summary>200 with the text as it is.</summary>
    public static APIGatewayProxyResponse Text(string? text) => Returned.Text(text).ToV1();

    /// <summary>200 with a number or a truth value, which needs no serializer to be JSON.</summary>
    public static APIGatewayProxyResponse Plain(object? value) => Returned.Plain(value).ToV1();

    /// <summary>200 with the value through the serializer; null is the JSON text <c>null</c>.</summary>
    public static APIGatewayProxyResponse Json<T>(T value, ILambdaSerializer serializer) =>
        Returned.Json(value, serializer).ToV1();

    /// <summary>The result as it describes itself to a REST API.</summary>
    public static Stream Result(IHttpResult? result, ILambdaSerializer serializer) =>
        Result(result, serializer, HttpResultSerializationOptions.ProtocolFormat.RestApi);

    /// <summary>The result as it describes itself to an HTTP API of payload format 1.0.</summary>
    public static Stream HttpApiResult(IHttpResult? result, ILambdaSerializer serializer) =>
        Result(result, serializer, HttpResultSerializationOptions.ProtocolFormat.HttpApi);

    private static Stream Result(
        IHttpResult? result,
        ILambdaSerializer serializer,
        HttpResultSerializationOptions.ProtocolFormat format) => Returned.Result(
            result,
            new HttpResultSerializationOptions
            {
                Format = format,
                Version = HttpResultSerializationOptions.ProtocolVersion.V1,
                Serializer = serializer,
            });
}
