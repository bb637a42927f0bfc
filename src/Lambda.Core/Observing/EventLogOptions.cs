namespace Amazon.Lambda.Observing;

/// <summary>What a function's environment asks for in the lines of its events.</summary>
internal sealed record EventLogOptions
{
    /// <summary>As in AWS's own libraries for metrics.</summary>
    public const string NamespaceVariable = "AWS_EMF_NAMESPACE";

    public const string StageVariable = "STAGE";

    public const string UserKeyVariable = "LOG_USER_KEY";

    /// <summary>Under which namespace the metrics are; without it there are none.</summary>
    public string? Namespace { get; init; }

    /// <summary>Which deployment this is, the one dimension of all metrics; without it they have none.</summary>
    public string? Stage { get; init; }

    /// <summary>What the names of users are made with, so that nobody else can; without it lines name none.</summary>
    public string? UserKey { get; init; }

    /// <param name="variable">A variable's value; null for none.</param>
    public static EventLogOptions Of(Func<string, string?> variable)
    {
        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;

        return new EventLogOptions
        {
            Namespace = Value(NamespaceVariable),
            Stage = Value(StageVariable),
            UserKey = Value(UserKeyVariable),
        };
    }
}
