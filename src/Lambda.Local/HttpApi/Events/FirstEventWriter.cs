using System.Buffers;
using System.Text;
using System.Text.Json;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Guards;
using Lambda.Local.HttpApi.Responses;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.HttpApi.Events;

/// <summary>Writes events of payload format 1.0, and those of REST APIs, which it was made after.</summary>
/// <remarks>What does not apply is null here. Of several values, the plain maps have the last.</remarks>
internal sealed class FirstEventWriter(HttpApiDescription api)
{
    public void Write(IBufferWriter<byte> output, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        using var json = new Utf8JsonWriter(output, EventWriter.Spelling);
        json.WriteStartObject();
        if (!api.IsRest)
            json.WriteString("version"u8, "1.0"u8);
        WriteRequest(json, request, body.Length);
        WriteBody(json, request, body);
        json.WriteEndObject();
    }

    /// <summary>For the function that lets callers in, which never sees a body.</summary>
    public void WriteForGuard(IBufferWriter<byte> output, GatewayRequest request, GuardCall call)
    {
        using var json = new Utf8JsonWriter(output, EventWriter.Spelling);
        var isToken = call.Rules.Event is GuardEvent.RestToken;
        var identity = string.Join(',', call.Identity);
        json.WriteStartObject();
        json.WriteString("type"u8, isToken ? "TOKEN"u8 : "REQUEST"u8);
        json.WriteString("methodArn"u8, call.Arn);
        if (call.Rules.Event is GuardEvent.One)
        {
            json.WriteString("version"u8, "1.0"u8);
            json.WriteString("identitySource"u8, identity);
        }

        if (call.Rules.Event is GuardEvent.One or GuardEvent.RestToken)
            json.WriteString("authorizationToken"u8, identity);
        if (!isToken)
            WriteRequest(json, request, request.Http.ContentLength ?? 0);
        json.WriteEndObject();
    }

    private void WriteRequest(Utf8JsonWriter json, GatewayRequest request, long bodyLength)
    {
        var match = request.Match;
        json.WriteString("resource"u8, match.Route.Path ?? "$default");
        json.WriteString("path"u8, PathOf(request));
        json.WriteString("httpMethod"u8, request.Http.Method);
        // A REST API passes on the client's spelling; the newer gateway has one of its own.
        WriteMaps(
            json,
            "headers",
            "multiValueHeaders",
            EventHeaders.AllOf(request, api.IsRest ? null : bodyLength)
                .Select(header => (api.IsRest ? header.Name : HeaderNames.Canonical(header.Name), header.Lines)));
        WriteMaps(json, "queryStringParameters", "multiValueQueryStringParameters", QueryOf(request));
        new FirstContextWriter(api).Write(json, request);
        WriteMap(
            json,
            "pathParameters",
            [.. match.Variables.Select((name, at) => KeyValuePair.Create(name, match.ValueOf(at)))]);
        WriteMap(json, "stageVariables", [.. api.StageVariables]);
    }

    // As it was sent; but a REST API's stage is no part of its paths.
    private string PathOf(GatewayRequest request) =>
        api.IsRest ? $"/{string.Join('/', request.Match.Segments)}" : request.Path.Raw;

    private static List<(string Name, StringValues Values)> QueryOf(GatewayRequest request)
    {
        var values = new Dictionary<string, StringValues>();
        foreach (var pair in new QueryStringEnumerable(request.Http.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            values[name] = StringValues.Concat(values.GetValueOrDefault(name), pair.DecodeValue().ToString());
        }

        return [.. values.Select(parameter => (parameter.Key, parameter.Value))];
    }

    private static void WriteMaps(
        Utf8JsonWriter json, string single, string multiple, IEnumerable<(string Name, StringValues Values)> members)
    {
        (string Name, StringValues Values)[] all = [.. members];
        WriteMap(json, single, [.. all.Select(member => KeyValuePair.Create(member.Name, member.Values[^1] ?? ""))]);
        if (all is [])
        {
            json.WriteNull(multiple);
            return;
        }

        json.WriteStartObject(multiple);
        foreach (var (name, values) in all)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, KeyValuePair<string, string>[] members)
    {
        if (members is [])
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in members)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    // To a REST API a body is text unless the template says which types are not.
    private void WriteBody(Utf8JsonWriter json, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        var isText = body.IsEmpty || (api.IsRest
            ? !MediaTypes.IsAny(api.BinaryTypes, request.Http.ContentType)
            : BodyText.Is(request.Http.ContentType, body));
        if (body.IsEmpty)
            json.WriteNull("body"u8);
        else if (isText)
            json.WriteString("body"u8, Encoding.UTF8.GetString(body));
        else
            json.WriteBase64String("body"u8, body);

        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }
}
