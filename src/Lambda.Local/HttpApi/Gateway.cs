using System.Security.Cryptography;
using Lambda.Local.Console.History;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Events;
using Lambda.Local.HttpApi.Guards;
using Lambda.Local.HttpApi.Jwt;
using Lambda.Local.HttpApi.Responses;
using Lambda.Local.HttpApi.Routing;
using Lambda.Local.Invoking;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.HttpApi;

/// <summary>
/// An API of API Gateway: a route for the request, a check of its caller, an event for the function.
/// </summary>
internal sealed class Gateway
{
    private readonly HttpApiDescription _api;
    private readonly ApiManner _manner;
    private readonly TimeProvider _clock;
    private readonly RouteTable _routes;
    private readonly JwtAuthorizer _jwt;
    private readonly LambdaAuthorizer _guards;
    private readonly Cors? _cors;
    private readonly Integration _integration;
    private readonly Dictionary<Route, Throttle> _throttles;
    private readonly Gateway? _rest;
    private readonly Journal? _journal;

    /// <param name="journal">Told of every request; null where nobody looks.</param>
    /// <exception cref="Template.Values.TemplateException">The routes contradict one another.</exception>
    public Gateway(
        HttpApiDescription api,
        IInvoker invoker,
        Func<string, RSA?> findKey,
        ILogger log,
        TimeProvider clock,
        Journal? journal = null)
    {
        (_api, _clock, _journal) = (api, clock, journal);
        _manner = api.IsRest ? ApiManner.Rest : ApiManner.Http;
        _routes = new RouteTable(api);
        _jwt = new JwtAuthorizer(findKey, clock);
        _cors = api.Cors is null ? null : new Cors(api.Cors);
        _throttles = api.Routes.Where(route => route.Throttle is not null)
            .ToDictionary(route => route, route => new Throttle(route.Throttle!, clock));
        var events = new GatewayEvents(api);
        var guards = journal is null ? invoker : new RecordedInvoker(invoker, journal, EntryKind.Guard);
        _guards = new LambdaAuthorizer(api, _manner, events, guards, log, clock);
        _integration = new Integration(_manner, events, new ResponseWriter(api, _cors), invoker, log, clock);
        _rest = api.Rest is null ? null : new Gateway(api.Rest, invoker, findKey, log, clock, journal);
    }

    /// <summary>Answers one request completely.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (_rest is not null && (_api.Routes is [] || _rest._routes.IsInStage(rawTarget)))
        {
            await _rest.HandleAsync(context);
            return;
        }

        var ids = _manner.NewIds(_clock.GetUtcNow());
        ids.Mark(context.Response.Headers);
        StayingConnection.Mark(context);
        var entry = _journal?.Begin(EntryKind.Request, context.Request.Method, rawTarget);
        try
        {
            if (await TryAnswerAsync(context, rawTarget, ids, entry) is { } refusal)
                await Refusal.GiveAsync(refusal, context, ids, entry);
        }
        finally
        {
            entry?.End(context.Response.StatusCode);
        }
    }

    // Kestrel finds out what is wrong with a body only while it is read.
    private async ValueTask<GatewayAnswer?> TryAnswerAsync(
        HttpContext context, string rawTarget, RequestIds ids, Entry? entry)
    {
        try
        {
            return await AnswerAsync(context, rawTarget, ids, entry);
        }
        catch (BadHttpRequestException)
        {
            return GatewayAnswer.BadRequest;
        }
        catch (Exception cause) when (BrokenRequest.IsAbandoned(context, cause))
        {
            entry?.Abandoned();
            return null;
        }
    }

    /// <returns>Null when the answer is complete.</returns>
    private async ValueTask<GatewayAnswer?> AnswerAsync(
        HttpContext context, string rawTarget, RequestIds ids, Entry? entry)
    {
        if (RequestSize.IsHeadTooLarge(context.Request, rawTarget))
            return GatewayAnswer.HeadersTooLarge;

        var isPreflight = _cors is not null && Cors.IsPreflight(context.Request);
        RouteMatch match = default;
        if (!RequestPath.TryRead(rawTarget, isDecoded: !_api.IsRest, out var path)
            || !_routes.TryFind(context.Request.Method, path, out match))
        {
            if (!isPreflight)
                return _routes.IsInStage(rawTarget) ? _manner.NotFound : _manner.NoSuchStage;
        }

        if (match.Route is { } route)
        {
            entry?.Matched(route);
            if (_throttles.TryGetValue(route, out var throttle) && !throttle.TryPass())
                return GatewayAnswer.TooMany;
        }

        // Preflights are answered before anybody is asked for a token, except where ANY or $default catches them.
        var isFree = isPreflight && match.Route?.Method is null or "OPTIONS";
        var request = new GatewayRequest(context.Request, path, match, null, ids, _clock.GetUtcNow()) { Entry = entry };
        if (!isFree)
        {
            var (refusal, admitted) = await AdmitAsync(request);
            if (refusal is not null)
                return refusal;
            request = admitted;
        }

        if (isPreflight)
        {
            _cors!.AnswerPreflight(context);
            return null;
        }

        return await _integration.InvokeAsync(context, request);
    }

    private async ValueTask<(GatewayAnswer? Refusal, GatewayRequest Admitted)> AdmitAsync(GatewayRequest request)
    {
        var route = request.Match.Route;
        if (route.Jwt is { } rules)
        {
            var token = request.Http.Headers[rules.Header];
            return _jwt.Authorize(token, rules, route.Scopes, out var grant) is { } refusal
                ? (refusal, request)
                : (null, request with { Grant = grant });
        }

        if (route.Guard is { } guard)
        {
            var (refusal, guest) = await _guards.AuthorizeAsync(request, guard);
            return (refusal, request with { Guest = guest });
        }

        return (null, request);
    }
}
