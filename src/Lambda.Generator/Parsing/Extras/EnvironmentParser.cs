using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Reads a function's environment variables.</summary>
internal static class EnvironmentParser
{
    /// <summary>What Lambda sets itself and refuses to be given, and what tells a program its function.</summary>
    private static readonly string[] Reserved =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR", KnownNames.HandlerVariable,
    ];

    /// <summary>An object, or null when there is none.</summary>
    public static string? Parse(IMethodSymbol method, Action<Finding> report)
    {
        var found = ExtraAttribute.All(method, ExtraAttribute.EnvironmentVariable);
        if (found.Length == 0)
            return null;

        var variables = new List<(string, string?)>();
        foreach (var variable in found)
        {
            var (name, value) = (variable.Text(0), TemplateText.Value(variable.Text(1)));
            if (WhyNot(name, variables) is { } reason)
                Refuse(variable.PlaceOf(0), reason);
            if (value is null)
            {
                Refuse(
                    variable.PlaceOf(1),
                    $"'{variable.Text(1)}' refers to nothing; write text, '@Name' or '@Resource.Attribute'");
            }

            variables.Add((name, value));

            void Refuse(Place? place, string why) =>
                report(Finding.Of(Diagnostics.InvalidEnvironmentVariable, place, method.Name, name, why));
        }

        return JsonText.Object([.. variables]);
    }

    private static string? WhyNot(string name, IEnumerable<(string Name, string?)> others)
    {
        if (others.Any(other => other.Name == name))
            return "it is set twice; keep one of them";
        if (Reserved.Contains(name))
            return "Lambda sets it itself; take another name";

        var isName = name.Length > 1
            && IsLetter(name[0])
            && name.All(character => IsLetter(character) || character is (>= '0' and <= '9') or '_');
        return isName ? null : "a name is a letter, then at least one letter, digit or underscore";
    }

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
