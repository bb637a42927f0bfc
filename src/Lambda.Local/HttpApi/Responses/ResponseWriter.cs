using System.Buffers;
using System.Buffers.Text;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Events;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi.Responses;

/// <summary>Turns what a function returned into the answer its client gets.</summary>
internal sealed class ResponseWriter(HttpApiDescription api, Cors? cors)
{
    /// <summary>Lambda's limit for a result, in bytes.</summary>
    public const int MaxPayload = 6 * 1024 * 1024;

    private const string Text = "text/plain; charset=utf-8";
    private const string Json = "application/json";

    private readonly ResponseHeaders _headers = new(api.IsRest, hasCors: cors is not null);

    /// <summary>
    /// Prepares the answer and writes its body; false when the result is wrong, perhaps with some headers set already.
    /// </summary>
    public bool TryWrite(ReadOnlySpan<byte> payload, GatewayRequest request)
    {
        if (payload.Length > MaxPayload)
            return false;

        var answer = FunctionResponse.Read(payload);
        var written = answer.Kind switch
        {
            // Only payload format 2.0 guesses.
            ResponseKind.Inferred => request.Match.Route.Payload is PayloadFormat.Two
                && WriteInferred(payload, request.Http.HttpContext.Response),
            ResponseKind.Complete => WriteComplete(answer, request),
            ResponseKind.Malformed => false,
        };

        if (written)
            cors?.Allow(request.Http.HttpContext);
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

    private bool WriteComplete(FunctionResponse answer, GatewayRequest request)
    {
        var response = request.Http.HttpContext.Response;
        if (!TryReadBody(answer, IsDecoded(answer, request.Http), out var body))
            return false;

        response.StatusCode = answer.Status;
        if (!_headers.TryWrite(answer, request.Match.Route.Payload, response.Headers))
            return false;

        if (api.IsRest)
            request.Ids.MarkAnswered(response.Headers);
        if (response.Headers.ContentType.Count == 0)
            response.ContentType = api.IsRest ? Json : Text;
        Send(body, response);
        return true;
    }

    // A REST API decodes what its client says it accepts, if the template calls that binary.
    private bool IsDecoded(FunctionResponse answer, HttpRequest request) =>
        answer.IsBase64 && (!api.IsRest || MediaTypes.IsAny(api.BinaryTypes, request.Headers.Accept));

    private static bool TryReadBody(FunctionResponse answer, bool isDecoded, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (answer.Body.IsEmpty)
            return true;
        if (!JsonText.TryUnquote(answer.Body, out var text))
            return false;

        body = text;
        if (!isDecoded)
            return true;

        var isBase64 = Base64.DecodeFromUtf8InPlace(text, out var length) == OperationStatus.Done;
        body = text[..length];
        return isBase64;
    }

    private static void Send(ReadOnlySpan<byte> body, HttpResponse response)
    {
        // These never have a body, and the server insists.
        if (response.StatusCode is
            StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
            return;

        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
    }
}
