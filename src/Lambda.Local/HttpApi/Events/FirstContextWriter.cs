using System.Text.Json;
using Lambda.Local.HttpApi.Description;

namespace Lambda.Local.HttpApi.Events;

/// <summary>Writes the <c>requestContext</c> of payload format 1.0 and of REST APIs.</summary>
internal sealed class FirstContextWriter(HttpApiDescription api)
{
    // Of callers that sign their requests, and of client certificates: nobody does here.
    private static readonly string[] Unknown =
    [
        "accessKey", "accountId", "caller", "cognitoAuthenticationProvider", "cognitoAuthenticationType",
        "cognitoIdentityId", "cognitoIdentityPoolId", "principalOrgId", "user", "userArn",
    ];

    public void Write(Utf8JsonWriter json, GatewayRequest request)
    {
        var http = request.Http;
        var resource = request.Match.Route.Path ?? "$default";
        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, LocalApi.AccountId);
        json.WriteString("apiId"u8, LocalApi.Id);
        WriteAuthorizer(json, request);
        json.WriteString("domainName"u8, LocalApi.Domain(http));
        json.WriteString("domainPrefix"u8, LocalApi.DomainPrefix(http));
        json.WriteString("extendedRequestId"u8, request.Ids.Extended);
        json.WriteString("httpMethod"u8, http.Method);
        WriteIdentity(json, request);
        json.WriteString("path"u8, request.Path.Text);
        json.WriteString("protocol"u8, "HTTP/1.1"u8);
        json.WriteString("requestId"u8, request.Ids.Id);
        json.WriteString("requestTime"u8, LocalApi.Time(request.At));
        json.WriteNumber("requestTimeEpoch"u8, request.At.ToUnixTimeMilliseconds());
        json.WriteString("resourceId"u8, api.IsRest ? LocalApi.Id : request.Match.Route.Key);
        json.WriteString("resourcePath"u8, resource);
        json.WriteString("stage"u8, api.Stage);
        json.WriteEndObject();
    }

    private void WriteIdentity(Utf8JsonWriter json, GatewayRequest request)
    {
        json.WriteStartObject("identity"u8);
        foreach (var name in Unknown)
            json.WriteNull(name);
        json.WriteString("sourceIp"u8, EventHeaders.SourceIp(request.Http));
        var agent = request.Http.Headers.UserAgent;
        json.WriteString("userAgent"u8, api.IsRest && agent.Count == 0 ? null : agent.ToString());
        json.WriteEndObject();
    }

    private static void WriteAuthorizer(Utf8JsonWriter json, GatewayRequest request)
    {
        if (request.Grant is null && request.Guest is null)
            return;

        json.WriteStartObject("authorizer"u8);
        if (request.Grant is { } grant)
            EventWriter.WriteGrant(json, grant, request.Match.Route);
        request.Guest?.WriteTexts(json);
        json.WriteEndObject();
    }
}
