using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>
/// Writes answers in the two shapes that API Gateway reads, member by member as Amazon's packages write them.
/// </summary>
internal static class HttpResultWriter
{
    private const int HeadSize = 256;

    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("statusCode");
    private static readonly JsonEncodedText Headers = JsonEncodedText.Encode("headers");
    private static readonly JsonEncodedText MultiValueHeaders = JsonEncodedText.Encode("multiValueHeaders");
    private static readonly JsonEncodedText Cookies = JsonEncodedText.Encode("cookies");
    private static readonly JsonEncodedText NoCookies = JsonEncodedText.Encode("Cookies");
    private static readonly JsonEncodedText Body = JsonEncodedText.Encode("body");
    private static readonly JsonEncodedText IsBase64Encoded = JsonEncodedText.Encode("isBase64Encoded");

    public static Stream WriteV2(
        HttpStatusCode status, Dictionary<string, List<string>> headers, List<string> cookies, HttpResultBody body) =>
        Write(body, json =>
        {
            json.WriteNumber(Status, (int)status);
            WriteHeaders(json, Headers, headers, static (json, values) =>
                json.WriteStringValue(string.Join(',', values)));
            WriteCookies(json, cookies);
        });

    public static Stream WriteV1(
        HttpStatusCode status, Dictionary<string, List<string>> headers, HttpResultBody body) =>
        Write(body, json =>
        {
            json.WriteNumber(Status, (int)status);
            WriteHeaders(json, MultiValueHeaders, headers, WriteList);
        });

    // A body of JSON is a text of quotation marks, which the strict spelling makes six letters each.
    private static readonly JsonWriterOptions Spelling =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static MemoryStream Write(HttpResultBody body, Action<Utf8JsonWriter> writeHead)
    {
        var answer = new ArrayBufferWriter<byte>(HeadSize + (body.Bytes?.Length ?? 0));
        using (var json = new Utf8JsonWriter(answer, Spelling))
        {
            json.WriteStartObject();
            writeHead(json);

            if (body.Bytes is not { } bytes)
                json.WriteNull(Body);
            else if (body.IsBinary)
                json.WriteBase64String(Body, bytes.Span);
            else
                json.WriteString(Body, bytes.Span);

            json.WriteBoolean(IsBase64Encoded, body.IsBinary);
            json.WriteEndObject();
        }

        MemoryMarshal.TryGetArray(answer.WrittenMemory, out var bytesOfAnswer);
        return new MemoryStream(
            bytesOfAnswer.Array!, 0, bytesOfAnswer.Count, writable: false, publiclyVisible: true);
    }

    // Amazon's packages spell the member that is never set with a capital; the gateway reads the other one.
    private static void WriteCookies(Utf8JsonWriter json, List<string> cookies)
    {
        if (cookies.Count == 0)
        {
            json.WriteNull(NoCookies);
            return;
        }

        json.WritePropertyName(Cookies);
        WriteList(json, cookies);
    }

    private static void WriteList(Utf8JsonWriter json, List<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteHeaders(
        Utf8JsonWriter json,
        JsonEncodedText name,
        Dictionary<string, List<string>> headers,
        Action<Utf8JsonWriter, List<string>> writeValues)
    {
        if (headers.Count == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (header, values) in headers)
        {
            json.WritePropertyName(header);
            writeValues(json, values);
        }

        json.WriteEndObject();
    }
}
