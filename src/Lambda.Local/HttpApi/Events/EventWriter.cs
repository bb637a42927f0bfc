using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Lambda.Local.HttpApi.Events;

/// <summary>Writes the event of a request, payload format 2.0, straight to UTF-8.</summary>
/// <remarks>Members that do not apply are left out: the real gateway's null or absent is not settled.</remarks>
internal sealed class EventWriter(string stage, IReadOnlyDictionary<string, string> stageVariables)
{
    private const string AccountId = "000000000000";
    private const string ApiId = "local";

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public void Write(IBufferWriter<byte> output, in GatewayRequest request, ReadOnlySpan<byte> body)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("version"u8, "2.0"u8);
        json.WriteString("routeKey"u8, request.Match.Route.Key);
        json.WriteString("rawPath"u8, request.Path.Decoded);
        json.WriteString("rawQueryString"u8, Query(in request));
        EventHeaders.WriteCookies(json, request.Http.Headers);
        EventHeaders.WriteHeaders(json, in request, body.Length);
        WriteQuery(json, in request);
        WriteContext(json, in request);
        WritePathParameters(json, in request);
        WriteStageVariables(json);
        WriteBody(json, in request, body);
        json.WriteEndObject();
    }

    private static ReadOnlySpan<char> Query(in GatewayRequest request) =>
        request.Http.QueryString.Value is ['?', .. var query] ? query : "";

    private static void WriteQuery(Utf8JsonWriter json, in GatewayRequest request)
    {
        if (Query(in request) is "")
            return;

        var values = new Dictionary<string, string>();
        foreach (var pair in new QueryStringEnumerable(request.Http.QueryString.Value))
        {
            var (name, value) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            values[name] = values.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
        }

        json.WriteStartObject("queryStringParameters"u8);
        foreach (var (name, value) in values)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json, in GatewayRequest request)
    {
        var http = request.Http;
        var host = http.Host.Value ?? "";
        var domainEnd = host.IndexOfAny(['.', ':']);

        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, AccountId);
        json.WriteString("apiId"u8, ApiId);
        WriteAuthorizer(json, in request);
        json.WriteString("domainName"u8, host);
        json.WriteString("domainPrefix"u8, domainEnd < 0 ? host : host.AsSpan(0, domainEnd));
        json.WriteStartObject("http"u8);
        json.WriteString("method"u8, http.Method);
        json.WriteString("path"u8, request.Path.Decoded);
        json.WriteString("protocol"u8, "HTTP/1.1"u8);
        json.WriteString("sourceIp"u8, EventHeaders.SourceIp(http));
        json.WriteString("userAgent"u8, http.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("requestId"u8, request.Id);
        json.WriteString("routeKey"u8, request.Match.Route.Key);
        json.WriteString("stage"u8, stage);
        json.WriteString("time"u8, request.At.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch"u8, request.At.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    // The scopes are told only to a route that asks for some; another one finds null.
    private static void WriteAuthorizer(Utf8JsonWriter json, in GatewayRequest request)
    {
        if (request.Grant is not { } grant)
            return;

        json.WriteStartObject("authorizer"u8);
        json.WriteStartObject("jwt"u8);
        json.WritePropertyName("claims"u8);
        json.WriteRawValue(grant.Claims, skipInputValidation: true);
        if (request.Match.Route.Scopes is [])
        {
            json.WriteNull("scopes"u8);
        }
        else
        {
            json.WriteStartArray("scopes"u8);
            foreach (var scope in grant.Scopes)
                json.WriteStringValue(scope);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePathParameters(Utf8JsonWriter json, in GatewayRequest request)
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

    private static void WriteBody(Utf8JsonWriter json, in GatewayRequest request, ReadOnlySpan<byte> body)
    {
        var isText = body.IsEmpty || BodyText.Is(request.Http.ContentType, body);
        if (!body.IsEmpty && isText)
            json.WriteString("body"u8, body);
        else if (!body.IsEmpty)
            json.WriteBase64String("body"u8, body);

        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }
}
