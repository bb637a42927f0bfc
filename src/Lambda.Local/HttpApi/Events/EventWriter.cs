using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Guards;
using Lambda.Local.HttpApi.Jwt;
using Microsoft.AspNetCore.WebUtilities;

namespace Lambda.Local.HttpApi.Events;

/// <summary>Writes the event of a request, payload format 2.0, straight to UTF-8.</summary>
/// <remarks>Members that do not apply are left out: the real gateway's null or absent is not settled.</remarks>
internal sealed class EventWriter(string stage, IReadOnlyDictionary<string, string> stageVariables)
{
    /// <summary>How events are spelled: letters as they are, and no check of what this writes anyway.</summary>
    public static readonly JsonWriterOptions Spelling =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public void Write(IBufferWriter<byte> output, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        using var json = new Utf8JsonWriter(output, Spelling);
        json.WriteStartObject();
        json.WriteString("version"u8, "2.0"u8);
        WriteRequest(json, request, body.Length);
        WriteBody(json, request, body);
        json.WriteEndObject();
    }

    /// <summary>The same for the function that lets callers in, which never sees a body.</summary>
    public void WriteForGuard(IBufferWriter<byte> output, GatewayRequest request, GuardCall call)
    {
        using var json = new Utf8JsonWriter(output, Spelling);
        json.WriteStartObject();
        json.WriteString("version"u8, "2.0"u8);
        json.WriteString("type"u8, "REQUEST"u8);
        json.WriteString("routeArn"u8, call.Arn);
        json.WriteStartArray("identitySource"u8);
        foreach (var value in call.Identity)
            json.WriteStringValue(value);
        json.WriteEndArray();
        WriteRequest(json, request, bodyLength: request.Http.ContentLength ?? 0);
        json.WriteEndObject();
    }

    private void WriteRequest(Utf8JsonWriter json, GatewayRequest request, long bodyLength)
    {
        json.WriteString("routeKey"u8, request.Match.Route.Key);
        json.WriteString("rawPath"u8, request.Path.Decoded);
        json.WriteString("rawQueryString"u8, Query(request));
        EventHeaders.WriteCookies(json, request.Http.Headers);
        EventHeaders.WriteHeaders(json, request, bodyLength);
        WriteQuery(json, request);
        WriteContext(json, request);
        WritePathParameters(json, request);
        WriteStageVariables(json);
    }

    private static ReadOnlySpan<char> Query(GatewayRequest request) =>
        request.Http.QueryString.Value is ['?', .. var query] ? query : "";

    private static void WriteQuery(Utf8JsonWriter json, GatewayRequest request)
    {
        if (Query(request) is "")
            return;

        var values = new Dictionary<string, string>();
        foreach (var pair in new QueryStringEnumerable(request.Http.QueryString.Value))
        {
            var (name, value) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            values[name] = values.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
        }

        if (values.Count == 0)
            return;

        json.WriteStartObject("queryStringParameters"u8);
        foreach (var (name, value) in values)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json, GatewayRequest request)
    {
        var http = request.Http;
        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, LocalApi.AccountId);
        json.WriteString("apiId"u8, LocalApi.Id);
        WriteAuthorizer(json, request);
        json.WriteString("domainName"u8, LocalApi.Domain(http));
        json.WriteString("domainPrefix"u8, LocalApi.DomainPrefix(http));
        json.WriteStartObject("http"u8);
        json.WriteString("method"u8, http.Method);
        json.WriteString("path"u8, request.Path.Decoded);
        json.WriteString("protocol"u8, "HTTP/1.1"u8);
        json.WriteString("sourceIp"u8, EventHeaders.SourceIp(http));
        json.WriteString("userAgent"u8, http.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("requestId"u8, request.Ids.Id);
        json.WriteString("routeKey"u8, request.Match.Route.Key);
        json.WriteString("stage"u8, stage);
        json.WriteString("time"u8, LocalApi.Time(request.At));
        json.WriteNumber("timeEpoch"u8, request.At.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    // The scopes are told only to a route that asks for some; another one finds null.
    private static void WriteAuthorizer(Utf8JsonWriter json, GatewayRequest request)
    {
        if (request.Guest is { } guest)
        {
            json.WriteStartObject("authorizer"u8);
            json.WritePropertyName("lambda"u8);
            guest.WriteContext(json);
            json.WriteEndObject();
        }

        if (request.Grant is not { } grant)
            return;

        json.WriteStartObject("authorizer"u8);
        json.WriteStartObject("jwt"u8);
        WriteGrant(json, grant, request.Match.Route);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The members <c>claims</c> and <c>scopes</c> of a token.</summary>
    public static void WriteGrant(Utf8JsonWriter json, JwtGrant grant, Route route)
    {
        json.WritePropertyName("claims"u8);
        json.WriteRawValue(grant.Claims, skipInputValidation: true);
        if (route.Scopes is [])
        {
            json.WriteNull("scopes"u8);
            return;
        }

        json.WriteStartArray("scopes"u8);
        foreach (var scope in grant.Scopes)
            json.WriteStringValue(scope);
        json.WriteEndArray();
    }

    private static void WritePathParameters(Utf8JsonWriter json, GatewayRequest request)
    {
        var variables = request.Match.Variables;
        if (variables is [])
            return;

        json.WriteStartObject("pathParameters"u8);
        for (var i = 0; i < variables.Length; i++)
            json.WriteString(variables[i], request.Match.ValueOf(i));
        json.WriteEndObject();
    }

    private void WriteStageVariables(Utf8JsonWriter json)
    {
        if (stageVariables.Count == 0)
            return;

        json.WriteStartObject("stageVariables"u8);
        foreach (var (name, value) in stageVariables)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        var isText = body.IsEmpty || BodyText.Is(request.Http.ContentType, body);
        if (!body.IsEmpty && isText)
            json.WriteString("body"u8, body);
        else if (!body.IsEmpty)
            json.WriteBase64String("body"u8, body);

        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }
}
