using System.IO.Enumeration;
using System.Text.Json;

namespace Lambda.Local.HttpApi.Guards;

/// <summary>An IAM policy, as far as an authorizer's answer needs one.</summary>
/// <remarks>
/// A condition is not worked out: with one, a statement that allows is passed over, and one that denies holds.
/// </remarks>
internal sealed class Policy
{
    private const string Invoke = "execute-api:Invoke";

    private readonly Statement[] _statements;

    private Policy(Statement[] statements) => _statements = statements;

    /// <summary>Null where the document is none, or has statements that cannot be read.</summary>
    public static Policy? Read(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("Statement", out var listed))
            return null;

        JsonElement[] items = listed.ValueKind == JsonValueKind.Array ? [.. listed.EnumerateArray()] : [listed];
        Statement?[] statements = [.. items.Select(Statement.Read)];
        return statements.Contains(null) ? null : new Policy(statements!);
    }

    public GuardDecision DecisionFor(string arn)
    {
        Statement[] about = [.. _statements.Where(statement => statement.IsAbout(arn))];
        if (about.Any(statement => !statement.Allows))
            return GuardDecision.Denied;

        return about.Any(statement => !statement.HasCondition) ? GuardDecision.Allowed : GuardDecision.NotAllowed;
    }

    private sealed record Statement(bool Allows, string[] Actions, string[] Resources, bool HasCondition)
    {
        public static Statement? Read(JsonElement item)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("Effect", out var effect))
                return null;

            var isEffect = effect.ValueKind == JsonValueKind.String && effect.GetString() is "Allow" or "Deny";
            return isEffect && Texts(item, "Action") is { } actions && Texts(item, "Resource") is { } resources
                ? new Statement(
                    effect.GetString() is "Allow", actions, resources, item.TryGetProperty("Condition", out _))
                : null;
        }

        // Actions are compared without case, resources with it.
        public bool IsAbout(string arn) =>
            Actions.Any(action => FileSystemName.MatchesSimpleExpression(action, Invoke)) &&
            Resources.Any(resource => FileSystemName.MatchesSimpleExpression(resource, arn, ignoreCase: false));

        private static string[]? Texts(JsonElement item, string name)
        {
            if (!item.TryGetProperty(name, out var value))
                return null;

            JsonElement[] all = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
            return all.All(text => text.ValueKind == JsonValueKind.String)
                ? [.. all.Select(text => text.GetString()!)]
                : null;
        }
    }
}
