using Lambda.Local.Invoking;

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

    /// <summary>The REST API of the same template, under its stage; null where there is none.</summary>
    public HttpApiDescription? Rest { get; init; }

    /// <summary>Whether this is a REST API, whose manners are older.</summary>
    public bool IsRest { get; init; }

    /// <summary>Of a REST API: the media types whose bodies are bytes, <c>*</c> standing for anything.</summary>
    public IReadOnlyList<string> BinaryTypes { get; init; } = [];

    /// <summary>Each function that a route leads to, or that guards one, once.</summary>
    public IEnumerable<FunctionDescription> Functions => Routes
        .SelectMany(route => (FunctionDescription?[])[route.Function, route.Guard?.Function])
        .OfType<FunctionDescription>()
        .Concat(Rest?.Functions ?? [])
        .DistinctBy(function => function.LogicalId);
}
