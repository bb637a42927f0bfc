using Lambda.Local.HttpApi.Description;

namespace Lambda.Local.HttpApi.Routing;

/// <summary>The route of a request, and the path to read its variables from.</summary>
/// <param name="Pattern">Null for the <c>$default</c> route, which has no variables.</param>
internal readonly record struct RouteMatch(Route Route, RoutePattern? Pattern, string[] Segments)
{
    /// <summary>The names of the path's variables; see <see cref="RoutePattern.ValueOf"/>.</summary>
    public string[] Variables => Pattern?.Variables ?? [];

    public string ValueOf(int variable) => Pattern!.ValueOf(variable, Segments);
}
