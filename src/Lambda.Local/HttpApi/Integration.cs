using Lambda.Local.Console.History;
using Lambda.Local.HttpApi.Events;
using Lambda.Local.HttpApi.Responses;
using Lambda.Local.Invoking;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.HttpApi;

/// <summary>Gives an admitted request to its function, and the function's result to the client.</summary>
internal sealed partial class Integration(
    ApiManner manner,
    GatewayEvents events,
    ResponseWriter answers,
    IInvoker invoker,
    ILogger log,
    TimeProvider clock)
{
    private const int EventOverhead = 4096;

    /// <returns>Null when the answer is complete.</returns>
    public async ValueTask<GatewayAnswer?> InvokeAsync(HttpContext context, GatewayRequest request)
    {
        var payload = new PooledBuffer(
            EventOverhead + (int)Math.Min(context.Request.ContentLength ?? 0, RequestSize.MaxBody));
        if (!await TryWriteEventAsync(payload, request))
            return manner.TooLarge;

        var route = request.Match.Route;
        var entry = request.Entry;
        var invocation = new Invocation(payload.Written);
        entry?.Invoked(route.Function.LogicalId, invocation);
        try
        {
            var running = invoker.InvokeAsync(route.Function, invocation);
            var result = await running.WaitAsync(manner.Timeout, clock);
            HandOver(payload, entry);
            var isAnswered = answers.TryWrite(result.Span, route.Payload, context);
            Note(entry, isAnswered, result, context);
            return isAnswered ? null : manner.FunctionFailed;
        }
        catch (TimeoutException)
        {
            // The function goes on, and may still read its event: that buffer is not ours to give back.
            entry?.KeepCopy(payload.Written.Span);
            LogLeftBehind(route.Function.LogicalId, manner.Timeout.TotalSeconds);
            return manner.Unavailable;
        }
        catch (FunctionException failure)
        {
            entry?.KeepCopy(payload.Written.Span);
            entry?.Failed(failure);
            LogFailure(failure.InnerException, failure.Message);
            return failure is FunctionThrottledException ? GatewayAnswer.TooMany : manner.FunctionFailed;
        }
    }

    private static void HandOver(PooledBuffer payload, Entry? entry)
    {
        if (entry is null)
            payload.Dispose();
        else
            entry.Keep(payload);
    }

    private static void Note(Entry? entry, bool isAnswered, ReadOnlyMemory<byte> result, HttpContext context)
    {
        if (!isAnswered)
            entry?.Failed(new FunctionException("What the function returned is no answer that the gateway can give."));
        else if (context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            entry?.Answered(result.Span);
    }

    private async ValueTask<bool> TryWriteEventAsync(PooledBuffer payload, GatewayRequest request)
    {
        if (!RequestBody.IsExpected(request.Http))
        {
            events.Write(payload, in request, []);
            return true;
        }

        using var body = await RequestBody.ReadAsync(request.Http);
        if (body is null)
            return false;

        events.Write(payload, in request, body.Written.Span);
        return payload.Length <= RequestSize.MaxBody;
    }

    [LoggerMessage(LogLevel.Error, "{Message}")]
    private partial void LogFailure(Exception? cause, string message);

    [LoggerMessage(LogLevel.Warning, "{Function} takes longer than {Seconds} seconds; its client was told so.")]
    private partial void LogLeftBehind(string function, double seconds);
}
