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
        try
        {
            var running = invoker.InvokeAsync(route.Function, new Invocation(payload.Written));
            var result = await running.WaitAsync(manner.Timeout, clock);
            payload.Dispose();
            return answers.TryWrite(result.Span, route.Payload, context) ? null : manner.FunctionFailed;
        }
        catch (TimeoutException)
        {
            // The function goes on, and may still read its event: that buffer is not ours to give back.
            LogLeftBehind(route.Function.LogicalId, manner.Timeout.TotalSeconds);
            return manner.Unavailable;
        }
        catch (FunctionException failure)
        {
            LogFailure(failure.InnerException, failure.Message);
            return manner.FunctionFailed;
        }
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
