namespace Lambda.Local.HttpApi.Description;

/// <summary>The HTTP API of a template: everything the gateway does follows from it.</summary>
/// <param name="Stage"><c>$default</c>, or a name that paths begin with.</param>
/// <param name="Cors">Null where the functions answer for CORS themselves.</param>
internal sealed record HttpApiDescription(
    string Stage,
    IReadOnlyDictionary<string, string> StageVariables,
    IReadOnlyList<Route> Routes,
    CorsRules? Cors)
{
    public const string DefaultStage = "$default";

    /// <summary>Each function that a route leads to, once.</summary>
    public IEnumerable<FunctionDescription> Functions => Routes.Select(route => route.Function).Distinct();
}
