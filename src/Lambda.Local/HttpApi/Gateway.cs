using System.Buffers.Text;
using System.Security.Cryptography;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Events;
using Lambda.Local.HttpApi.Jwt;
using Lambda.Local.HttpApi.Responses;
using Lambda.Local.HttpApi.Routing;
using Lambda.Local.Invoking;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.HttpApi;

/// <summary>
/// An HTTP API of API Gateway: a route for the request, a check of its token, an event for the function.
/// </summary>
internal sealed partial class Gateway
{
    private const string RequestIdHeader = "Apigw-Requestid";
    private const int EventOverhead = 4096;

    // The gateway waits no longer, whatever the function's own timeout.
    private static readonly TimeSpan IntegrationTimeout = TimeSpan.FromSeconds(30);

    private readonly IInvoker _invoker;
    private readonly ILogger _log;
    private readonly TimeProvider _clock;
    private readonly RouteTable _routes;
    private readonly JwtAuthorizer _authorizer;
    private readonly Cors? _cors;
    private readonly EventWriter _events;
    private readonly ResponseWriter _answers;

    /// <exception cref="Template.Values.TemplateException">The routes contradict one another.</exception>
    public Gateway(
        HttpApiDescription api, IInvoker invoker, Func<string, RSA?> findKey, ILogger log, TimeProvider clock)
    {
        (_invoker, _log, _clock) = (invoker, log, clock);
        _routes = new RouteTable(api);
        _authorizer = new JwtAuthorizer(findKey, clock);
        _cors = api.Cors is null ? null : new Cors(api.Cors);
        _events = new EventWriter(api.Stage, api.StageVariables);
        _answers = new ResponseWriter(_cors);
    }

    /// <summary>Answers one request completely.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var id = NewRequestId();
        var headers = context.Response.Headers;
        headers[RequestIdHeader] = id;
        if (await TryAnswerAsync(context, id) is not { } refusal)
            return;

        // A function's answer that turned out to be wrong may have left some.
        headers.Clear();
        headers[RequestIdHeader] = id;
        await refusal.WriteAsync(context.Response);
    }

    // Kestrel finds out what is wrong with a body only while it is read.
    private async ValueTask<GatewayAnswer?> TryAnswerAsync(HttpContext context, string id)
    {
        try
        {
            return await AnswerAsync(context, id);
        }
        catch (BadHttpRequestException)
        {
            return GatewayAnswer.BadRequest;
        }
        catch (Exception gone) when (gone is ConnectionResetException or OperationCanceledException)
        {
            // Nobody is left to be told.
            return null;
        }
    }

    /// <returns>Null when the answer is complete.</returns>
    private async ValueTask<GatewayAnswer?> AnswerAsync(HttpContext context, string id)
    {
        var rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (RequestSize.IsHeadTooLarge(context.Request, rawTarget))
            return GatewayAnswer.HeadersTooLarge;

        var isPreflight = _cors is not null && Cors.IsPreflight(context.Request);
        RouteMatch match = default;
        if (!RequestPath.TryRead(rawTarget, out var path) || !_routes.TryFind(context.Request.Method, path, out match))
        {
            if (!isPreflight)
                return GatewayAnswer.NotFound;
        }

        JwtGrant? grant = null;
        if (match.Route?.Jwt is { } rules)
        {
            var token = context.Request.Headers[rules.Header];
            if (_authorizer.Authorize(token, rules, match.Route.Scopes, out grant) is { } refusal)
                return refusal;
        }

        if (isPreflight)
        {
            _cors!.AnswerPreflight(context);
            return null;
        }

        return await InvokeAsync(
            context, new GatewayRequest(context.Request, path, match, grant, id, _clock.GetUtcNow()));
    }

    private async ValueTask<GatewayAnswer?> InvokeAsync(HttpContext context, GatewayRequest request)
    {
        var payload = new PooledBuffer(
            EventOverhead + (int)Math.Min(context.Request.ContentLength ?? 0, RequestSize.MaxBody));
        if (!await TryWriteEventAsync(payload, request))
            return GatewayAnswer.TooLarge;

        try
        {
            var running = _invoker.InvokeAsync(request.Match.Route.Function, payload.Written);
            var result = await running.WaitAsync(IntegrationTimeout, _clock);
            payload.Dispose();
            return _answers.TryWrite(result.Span, context) ? null : GatewayAnswer.FunctionFailed;
        }
        catch (TimeoutException)
        {
            // The function goes on, and may still read its event: that buffer is not ours to give back.
            LogLeftBehind(request.Match.Route.Function.LogicalId, IntegrationTimeout.TotalSeconds);
            return GatewayAnswer.Unavailable;
        }
        catch (FunctionException failure)
        {
            LogFailure(failure.InnerException, failure.Message);
            return GatewayAnswer.FunctionFailed;
        }
    }

    private async ValueTask<bool> TryWriteEventAsync(PooledBuffer payload, GatewayRequest request)
    {
        if (!RequestBody.IsExpected(request.Http))
        {
            _events.Write(payload, in request, []);
            return true;
        }

        using var body = await RequestBody.ReadAsync(request.Http);
        if (body is null)
            return false;

        _events.Write(payload, in request, body.Written.Span);
        return payload.Length <= RequestSize.MaxBody;
    }

    // 15 characters that a URL may hold, and the sign that ends them.
    private static string NewRequestId()
    {
        Span<byte> random = stackalloc byte[12];
        RandomNumberGenerator.Fill(random);
        return $"{Base64Url.EncodeToString(random).AsSpan(0, 15)}=";
    }

    [LoggerMessage(LogLevel.Error, "{Message}")]
    private partial void LogFailure(Exception? cause, string message);

    [LoggerMessage(LogLevel.Warning, "{Function} takes longer than {Seconds} seconds; its client was told so.")]
    private partial void LogLeftBehind(string function, double seconds);
}
