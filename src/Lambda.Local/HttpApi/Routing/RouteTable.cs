using Lambda.Local.HttpApi.Description;
using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Routing;

/// <summary>Chooses the route of a request.</summary>
/// <remarks>
/// A route that matches fully beats a greedy one, which beats <c>$default</c>. Among equals: more literal segments,
/// then more segments before a greedy variable, then the method by name over <c>ANY</c>. The routes are kept in that
/// order, so the first match is the best.
/// </remarks>
internal sealed class RouteTable
{
    private readonly Entry[] _entries;
    private readonly Route? _default;
    private readonly string[] _stage;

    public RouteTable(HttpApiDescription api)
    {
        _stage = api.Stage is HttpApiDescription.DefaultStage ? [] : [api.Stage];
        _default = api.Routes.FirstOrDefault(route => route.Path is null);
        _entries =
        [
            .. from route in api.Routes
               where route.Path is not null
               let pattern = RoutePattern.Parse(route.Path!)
               orderby pattern.IsGreedy, pattern.LiteralCount descending, pattern.Length descending,
                   route.Method is Route.AnyMethod
               select new Entry(route, pattern),
        ];

        RefuseTwins();
    }

    /// <summary>Whether the target of a request line is below the API's stage, routes or not.</summary>
    public bool IsInStage(string rawTarget)
    {
        if (_stage is not [var stage])
            return true;

        var end = rawTarget.IndexOfAny(['/', '?'], Math.Min(1, rawTarget.Length));
        return rawTarget.AsSpan(0, end < 0 ? rawTarget.Length : end).SequenceEqual($"/{stage}");
    }

    public bool TryFind(string method, in RequestPath path, out RouteMatch match)
    {
        match = default;
        if (!IsMethod(method))
            return false;

        var segments = path.Segments;
        if (_stage is [var stage])
        {
            if (segments[0] != stage)
                return false;
            segments = segments is [_] ? [""] : segments[1..];
        }

        foreach (var entry in _entries)
        {
            if ((entry.Route.Method == method || entry.Route.Method is Route.AnyMethod) &&
                entry.Pattern.Matches(segments))
            {
                match = new RouteMatch(entry.Route, entry.Pattern, segments);
                return true;
            }
        }

        match = new RouteMatch(_default!, null, segments);
        return _default is not null;
    }

    // All that a route can name: ANY and $default stand for no others.
    private static bool IsMethod(string name) =>
        name is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS";

    private void RefuseTwins()
    {
        var twins = _entries.GroupBy(entry => $"{entry.Route.Method} {entry.Pattern.Shape}");
        if (twins.FirstOrDefault(group => group.Skip(1).Any()) is { } same)
        {
            var keys = string.Join(
                " and ", same.Select(entry => $"{entry.Route.Function.LogicalId} ({entry.Route.Key})"));
            throw new TemplateException($"The same requests would go to {keys}.");
        }
    }

    private sealed record Entry(Route Route, RoutePattern Pattern);
}
