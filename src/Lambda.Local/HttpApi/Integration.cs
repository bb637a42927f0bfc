using Lambda.Local.Console.History;
using Lambda.Local.HttpApi.Description;
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
        var call = new OwnThreadCall(
            Shorter(route.Function.Timeout, TimeoutOf(route)), () => GiveUpAsync(context, request, payload));
        var invocation = new Invocation(payload.Written) { OwnThread = call, Trace = request.Ids.Trace };
        entry?.Invoked(route.Function.LogicalId, invocation);
        try
        {
            var running = invoker.InvokeAsync(route.Function, invocation);
            var result = await running.WaitAsync(TimeoutOf(route), clock);
            HandOver(payload, entry);
            var isAnswered = answers.TryWrite(result.Span, request);
            Note(entry, isAnswered, result, context);
            return isAnswered ? null : manner.FunctionFailed;
        }
        catch (TimeoutException)
        {
            return LeaveBehind(request, payload);
        }
        catch (FunctionException) when (call.GivenUp is { } answered)
        {
            await answered;
            return null;
        }
        catch (FunctionException failure)
        {
            return Fail(request, payload, failure);
        }
    }

    // The request's own thread is still in the function, so nobody else touches the answer.
    private async Task GiveUpAsync(HttpContext context, GatewayRequest request, PooledBuffer payload)
    {
        var function = request.Match.Route.Function;
        var answer = function.Timeout < TimeoutOf(request.Match.Route)
            ? Fail(request, payload, FunctionException.TimedOut(function, null))
            : LeaveBehind(request, payload);
        try
        {
            await Refusal.GiveAsync(answer, context, request.Ids, request.Entry);
            await context.Response.CompleteAsync();
        }
        catch (Exception cause) when (BrokenRequest.IsAbandoned(context, cause))
        {
            request.Entry?.Abandoned();
        }

        request.Entry?.End(answer.Status);
    }

    private GatewayAnswer LeaveBehind(GatewayRequest request, PooledBuffer payload)
    {
        // The function goes on, and may still read its event: that buffer is not ours to give back.
        request.Entry?.KeepCopy(payload.Written.Span);
        var route = request.Match.Route;
        LogLeftBehind(route.Function.LogicalId, TimeoutOf(route).TotalSeconds);
        return manner.Unavailable;
    }

    private GatewayAnswer Fail(GatewayRequest request, PooledBuffer payload, FunctionException failure)
    {
        request.Entry?.KeepCopy(payload.Written.Span);
        request.Entry?.Failed(failure);
        LogFailure(failure.InnerException, failure.Message);
        return failure is FunctionThrottledException ? GatewayAnswer.TooMany : manner.FunctionFailed;
    }

    private TimeSpan TimeoutOf(Route route) => route.Timeout ?? manner.Timeout;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

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
            events.Write(payload, request, []);
            return true;
        }

        using var body = await RequestBody.ReadAsync(request.Http);
        if (body is null)
            return false;

        events.Write(payload, request, body.Written.Span);
        return payload.Length <= RequestSize.MaxBody;
    }

    [LoggerMessage(LogLevel.Error, "{Message}")]
    private partial void LogFailure(Exception? cause, string message);

    [LoggerMessage(LogLevel.Warning, "{Function} takes longer than {Seconds} seconds; its client was told so.")]
    private partial void LogLeftBehind(string function, double seconds);
}
