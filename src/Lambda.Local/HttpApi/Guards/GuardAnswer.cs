using System.Text.Json;
using Lambda.Local.HttpApi.Jwt;

namespace Lambda.Local.HttpApi.Guards;

/// <summary>How a Lambda authorizer decided.</summary>
internal enum GuardDecision
{
    Allowed,

    /// <summary>It says no.</summary>
    Denied,

    /// <summary>Nothing in it says yes.</summary>
    NotAllowed,
}

/// <summary>The answer of a Lambda authorizer, which may be kept for later requests.</summary>
internal sealed class GuardAnswer
{
    private readonly bool _isAuthorized;
    private readonly Policy? _policy;

    private GuardAnswer(bool isAuthorized, Policy? policy, GuardGrant grant) =>
        (_isAuthorized, _policy, Grant) = (isAuthorized, policy, grant);

    public GuardGrant Grant { get; }

    /// <summary>Reads an answer as the authorizer was configured; null where it is none.</summary>
    /// <param name="isSimple">Whether <c>isAuthorized</c> decides, rather than a policy.</param>
    /// <param name="isFlat">Whether the context may hold text, numbers and flags alone.</param>
    public static GuardAnswer? Read(ReadOnlyMemory<byte> payload, bool isSimple, bool isFlat)
    {
        if (!TryParse(payload, out var answer) || !TryReadContext(answer, isFlat, out var context))
            return null;

        if (isSimple)
        {
            return answer.TryGetProperty("isAuthorized", out var flag)
                && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new GuardAnswer(flag.GetBoolean(), null, new GuardGrant(null, context))
                : null;
        }

        return answer.TryGetProperty("principalId", out var principal)
            && principal.ValueKind == JsonValueKind.String
            && answer.TryGetProperty("policyDocument", out var document)
            && Policy.Read(document) is { } policy
            ? new GuardAnswer(false, policy, new GuardGrant(principal.GetString(), context))
            : null;
    }

    public GuardDecision DecisionFor(string arn)
    {
        if (_policy is not null)
            return _policy.DecisionFor(arn);

        return _isAuthorized ? GuardDecision.Allowed : GuardDecision.Denied;
    }

    private static bool TryParse(ReadOnlyMemory<byte> payload, out JsonElement answer)
    {
        answer = default;
        try
        {
            answer = JsonElement.Parse(payload.Span);
            return answer.ValueKind == JsonValueKind.Object && JwtText.IsReadable(answer);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryReadContext(JsonElement answer, bool isFlat, out JsonElement? context)
    {
        context = null;
        if (!answer.TryGetProperty("context", out var found) || found.ValueKind == JsonValueKind.Null)
            return true;

        context = found;
        return found.ValueKind == JsonValueKind.Object && !(isFlat && found.EnumerateObject().Any(IsNested));
    }

    private static bool IsNested(JsonProperty member) =>
        member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
}
