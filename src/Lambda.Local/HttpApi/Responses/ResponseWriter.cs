using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.HttpApi.Responses;

/// <summary>Turns what a function returned into the answer its client gets.</summary>
internal sealed class ResponseWriter(Cors? cors)
{
    /// <summary>Lambda's limit for a result, in bytes.</summary>
    public const int MaxPayload = 6 * 1024 * 1024;

    private const string Text = "text/plain; charset=utf-8";
    private const string Json = "application/json";

    /// <summary>
    /// Prepares the answer and writes its body; false when the result is wrong, perhaps with some headers set already.
    /// </summary>
    public bool TryWrite(ReadOnlySpan<byte> payload, HttpContext context)
    {
        if (payload.Length > MaxPayload)
            return false;

        var answer = FunctionResponse.Read(payload);
        var written = answer.Kind switch
        {
            ResponseKind.Inferred => WriteInferred(payload, context.Response),
            ResponseKind.Complete => WriteComplete(answer, context.Response),
            ResponseKind.Malformed => false,
        };

        if (written)
            cors?.Allow(context);
        return written;
    }

    // Whatever it is, even if it is not JSON, goes out as it came; only a JSON string loses its quotes.
    private static bool WriteInferred(ReadOnlySpan<byte> payload, HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = Json;
        if (JsonText.TryUnquote(payload, out var text))
            Send(text, response);
        else
            Send(payload, response);
        return true;
    }

    private bool WriteComplete(FunctionResponse answer, HttpResponse response)
    {
        if (!TryReadBody(answer, out var body))
            return false;

        response.StatusCode = answer.Status;
        if (!TryWriteHeaders(answer, response.Headers))
            return false;

        if (response.Headers.ContentType.Count == 0)
            response.ContentType = Text;
        Send(body, response);
        return true;
    }

    private static bool TryReadBody(FunctionResponse answer, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (answer.Body.IsEmpty)
            return true;
        if (!JsonText.TryUnquote(answer.Body, out var text))
            return false;

        body = text;
        if (!answer.IsBase64)
            return true;

        var isDecoded = Base64.DecodeFromUtf8InPlace(text, out var length) == OperationStatus.Done;
        body = text[..length];
        return isDecoded;
    }

    private bool TryWriteHeaders(FunctionResponse answer, IHeaderDictionary headers)
    {
        if (!answer.Cookies.IsEmpty && !TryWriteCookies(answer.Cookies, headers))
            return false;
        if (answer.Headers.IsEmpty)
            return true;

        var json = new Utf8JsonReader(answer.Headers);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!JsonText.TryRead(ref json, out var name) || !json.Read())
                return false;
            if (json.TokenType == JsonTokenType.Null)
                continue;
            if (!JsonText.TryRead(ref json, out var value) || !HeaderNames.IsName(name) || !HeaderNames.IsValue(value))
                return false;

            if (HeaderNames.IsPassedOn(name, cors is not null))
                headers.Append(HeaderNames.Canonical(name), value);
        }

        return true;
    }

    private static bool TryWriteCookies(ReadOnlySpan<byte> cookies, IHeaderDictionary headers)
    {
        var values = new List<string>();
        var json = new Utf8JsonReader(cookies);
        json.Read();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (!JsonText.TryRead(ref json, out var value) || !HeaderNames.IsValue(value))
                return false;
            values.Add(value);
        }

        headers.SetCookie = new StringValues([.. values]);
        return true;
    }

    private static void Send(ReadOnlySpan<byte> body, HttpResponse response)
    {
        // These never have a body, and the server insists.
        if (response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;

        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
    }
}
