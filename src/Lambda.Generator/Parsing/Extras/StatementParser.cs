using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Reads what a function may do.</summary>
internal static class StatementParser
{
    /// <summary>A list, or null when there is none.</summary>
    public static string? Parse(IMethodSymbol method, AttributeData function, Action<Finding> report)
    {
        var found = ExtraAttribute.All(method, ExtraAttribute.PolicyStatement);
        if (found.Length == 0)
            return null;

        void Refuse(Place? place, string reason) =>
            report(Finding.Of(Diagnostics.InvalidPolicyStatement, place, method.Name, reason));

        if (function.Get<string?>("Role", null) is { } role && function.Get<string?>("Policies", null) is null)
            Refuse(found[0].Place, $"it has the role '{role}', which decides that; put the statement there");

        return JsonText.Array(found.Select(statement => Statement(statement, Refuse)));
    }

    private static string Statement(ExtraAttribute statement, Action<Place?, string> refuse)
    {
        var (text, actions) = (statement.Text(0), statement.Texts(1));
        var resource = TemplateText.Resource(text);
        if (resource is null)
        {
            refuse(
                statement.PlaceOf(0),
                $"'{text}' is no resource; write '@' and a logical id, as in '@Photos' or '@Photos/index/*', or an "
                + "ARN");
        }

        if (actions.Length == 0)
            refuse(statement.Place, "no action is named; name some, such as 'dynamodb:GetItem'");
        for (var at = 0; at < actions.Length; at++)
        {
            if (!IsAction(actions[at]))
                refuse(statement.PlaceOf(1, at), $"'{actions[at]}' is no action; write one such as 'dynamodb:GetItem'");
        }

        return JsonText.Object(
            ("Effect", JsonText.Quote("Allow")),
            ("Action", JsonText.Array(actions.Select(JsonText.Quote))),
            ("Resource", resource));
    }

    // Everything at once, "*", is not what a statement of one function is for.
    private static bool IsAction(string action)
    {
        var parts = action.Split(':');
        return parts.Length == 2 && parts.All(part => part.Length > 0)
            && parts[0].All(character => IsLetterOrDigit(character) || character == '-')
            && parts[1].All(character => IsLetterOrDigit(character) || character is '*' or '?');
    }

    private static bool IsLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
