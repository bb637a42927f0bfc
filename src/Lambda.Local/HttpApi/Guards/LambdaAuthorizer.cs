using System.Collections.Concurrent;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.HttpApi.Events;
using Lambda.Local.Invoking;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.HttpApi.Guards;

/// <summary>Asks the function that lets callers in, or remembers what it said.</summary>
internal sealed partial class LambdaAuthorizer(
    HttpApiDescription api,
    ApiManner manner,
    GatewayEvents events,
    IInvoker invoker,
    ILogger log,
    TimeProvider clock)
{
    private const int EventSize = 4096;
    private const int MaxRemembered = 1000;

    // Kept by what the request said of its caller, as the gateway keeps it.
    private readonly ConcurrentDictionary<string, (GuardAnswer Answer, DateTimeOffset Until)> _remembered = [];

    /// <summary>Null with a grant, or the answer for the client.</summary>
    public async ValueTask<(GatewayAnswer? Refusal, GuardGrant? Grant)> AuthorizeAsync(
        GatewayRequest request, GuardRules rules)
    {
        string[] identity = [.. rules.Identity.Select(source => Value(source, request.Http))];
        if (identity.Contains("") || !LooksRight(rules, identity))
            return (manner.Unauthorized, null);

        var http = request.Http;
        var arn = LocalApi.Arn(api.Stage, http.Method, string.Join('/', request.Match.Segments));
        GuardAnswer? answer;
        try
        {
            answer = await AskAsync(request, new GuardCall(rules, arn, identity));
        }
        catch (FunctionException failure)
        {
            LogFailure(failure.InnerException, failure.Message);
            // The one word by which a REST API's authorizer asks for better credentials.
            var asksForMore = api.IsRest && failure.InnerException?.Message is "Unauthorized";
            return (asksForMore ? manner.Unauthorized : manner.GuardFailed, null);
        }
        catch (TimeoutException)
        {
            return (manner.GuardFailed, null);
        }

        return answer?.DecisionFor(arn) switch
        {
            GuardDecision.Allowed => (null, answer.Grant),
            GuardDecision.Denied => (manner.Denied, null),
            GuardDecision.NotAllowed => (manner.NotAllowed, null),
            null => (manner.GuardFailed, null),
        };
    }

    private async ValueTask<GuardAnswer?> AskAsync(GatewayRequest request, GuardCall call)
    {
        var rules = call.Rules;
        var isKept = rules.TimeToLive > TimeSpan.Zero && call.Identity is not [];
        // Escaped, because a query may hold a line break: two callers must never share a key.
        var key = $"{rules.Name}\n{string.Join('\n', call.Identity.Select(Uri.EscapeDataString))}";
        if (isKept && _remembered.TryGetValue(key, out var kept) && clock.GetUtcNow() < kept.Until)
            return kept.Answer;

        var payload = new PooledBuffer(EventSize);
        events.WriteForGuard(payload, request, call);
        var invocation = new Invocation(payload.Written) { Trace = request.Ids.Trace };
        var result = await invoker.InvokeAsync(rules.Function, invocation).WaitAsync(manner.GuardTimeout, clock);
        payload.Dispose();

        var answer = GuardAnswer.Read(result, rules.IsSimple, isFlat: rules.Event is not GuardEvent.Two);
        if (isKept && answer is not null)
        {
            if (_remembered.Count >= MaxRemembered)
                _remembered.Clear();
            _remembered[key] = (answer, clock.GetUtcNow() + rules.TimeToLive);
        }

        return answer;
    }

    private string Value(IdentitySource source, HttpRequest request) => source.Kind switch
    {
        IdentityKind.Header => Join(request.Headers[source.Name]),
        IdentityKind.Query => Join(request.Query[source.Name]),
        IdentityKind.StageVariable => api.StageVariables.GetValueOrDefault(source.Name, ""),
    };

    private static string Join(StringValues values) => string.Join(',', values.ToArray());

    private static bool LooksRight(GuardRules rules, string[] identity) =>
        rules.TokenPattern?.IsMatch(identity[0]) != false;

    [LoggerMessage(LogLevel.Error, "{Message}")]
    private partial void LogFailure(Exception? cause, string message);
}
