using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// The gateway's own types, so that a function's context need not name them: a generated handler can always answer 400.
/// </summary>
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
internal sealed partial class GatewayJson : JsonSerializerContext;
