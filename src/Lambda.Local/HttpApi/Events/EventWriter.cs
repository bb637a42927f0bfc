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
        json.WriteString(EventNames.Version, "2.0"u8);
        WriteRequest(json, request, body.Length);
        WriteBody(json, request, body);
        json.WriteEndObject();
    }

    /// <summary>The same for the function that lets callers in, which never sees a body.</summary>
    public void WriteForGuard(IBufferWriter<byte> output, GatewayRequest request, GuardCall call)
    {
        using var json = new Utf8JsonWriter(output, Spelling);
        json.WriteStartObject();
        json.WriteString(EventNames.Version, "2.0"u8);
        json.WriteString(EventNames.Type, "REQUEST"u8);
        json.WriteString(EventNames.RouteArn, call.Arn);
        json.WriteStartArray(EventNames.IdentitySource);
        foreach (var value in call.Identity)
            json.WriteStringValue(value);
        json.WriteEndArray();
        WriteRequest(json, request, bodyLength: request.Http.ContentLength ?? 0);
        json.WriteEndObject();
    }

    private void WriteRequest(Utf8JsonWriter json, GatewayRequest request, long bodyLength)
    {
        json.WriteString(EventNames.RouteKey, request.Match.Route.Key);
        json.WriteString(EventNames.RawPath, request.Path.Text);
        json.WriteString(EventNames.RawQueryString, Query(request));
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

        json.WriteStartObject(EventNames.QueryStringParameters);
        foreach (var (name, value) in values)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json, GatewayRequest request)
    {
        var http = request.Http;
        json.WriteStartObject(EventNames.RequestContext);
        json.WriteString(EventNames.AccountId, LocalApi.AccountId);
        json.WriteString(EventNames.ApiId, LocalApi.Id);
        WriteAuthorizer(json, request);
        json.WriteString(EventNames.DomainName, LocalApi.Domain(http));
        json.WriteString(EventNames.DomainPrefix, LocalApi.DomainPrefix(http));
        json.WriteStartObject(EventNames.Http);
        json.WriteString(EventNames.Method, http.Method);
        json.WriteString(EventNames.Path, request.Path.Text);
        json.WriteString(EventNames.Protocol, "HTTP/1.1"u8);
        json.WriteString(EventNames.SourceIp, EventHeaders.SourceIp(http));
        json.WriteString(EventNames.UserAgent, http.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString(EventNames.RequestId, request.Ids.Id);
        json.WriteString(EventNames.RouteKey, request.Match.Route.Key);
        json.WriteString(EventNames.Stage, stage);
        json.WriteString(EventNames.Time, LocalApi.Time(request.At));
        json.WriteNumber(EventNames.TimeEpoch, request.At.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    // The scopes are told only to a route that asks for some; another one finds null.
    private static void WriteAuthorizer(Utf8JsonWriter json, GatewayRequest request)
    {
        if (request.Guest is { } guest)
        {
            json.WriteStartObject(EventNames.Authorizer);
            json.WritePropertyName(EventNames.Lambda);
            guest.WriteContext(json);
            json.WriteEndObject();
        }

        if (request.Grant is not { } grant)
            return;

        json.WriteStartObject(EventNames.Authorizer);
        json.WriteStartObject(EventNames.Jwt);
        WriteGrant(json, grant, request.Match.Route);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The members <c>claims</c> and <c>scopes</c> of a token.</summary>
    public static void WriteGrant(Utf8JsonWriter json, JwtGrant grant, Route route)
    {
        json.WritePropertyName(EventNames.Claims);
        json.WriteRawValue(grant.Claims, skipInputValidation: true);
        if (route.Scopes is [])
        {
            json.WriteNull(EventNames.Scopes);
            return;
        }

        json.WriteStartArray(EventNames.Scopes);
        foreach (var scope in grant.Scopes)
            json.WriteStringValue(scope);
        json.WriteEndArray();
    }

    private static void WritePathParameters(Utf8JsonWriter json, GatewayRequest request)
    {
        var variables = request.Match.Variables;
        if (variables is [])
            return;

        json.WriteStartObject(EventNames.PathParameters);
        for (var i = 0; i < variables.Length; i++)
            json.WriteString(variables[i], request.Match.ValueOf(i));
        json.WriteEndObject();
    }

    private void WriteStageVariables(Utf8JsonWriter json)
    {
        if (stageVariables.Count == 0)
            return;

        json.WriteStartObject(EventNames.StageVariables);
        foreach (var (name, value) in stageVariables)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        var isText = body.IsEmpty || BodyText.Is(request.Http.ContentType, body);
        if (!body.IsEmpty && isText)
            json.WriteString(EventNames.Body, body);
        else if (!body.IsEmpty)
            json.WriteBase64String(EventNames.Body, body);

        json.WriteBoolean(EventNames.IsBase64Encoded, !isText);
    }
}
