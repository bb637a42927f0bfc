using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>The named texts of a request, in whichever payload format it came.</summary>
/// <param name="Joins">
/// Whether several values of a name arrive as one, joined with commas; otherwise they are in the lists.
/// </param>
internal sealed record RequestParts(
    bool Joins,
    IDictionary<string, string>? Path,
    IDictionary<string, string>? Queries,
    IDictionary<string, string>? Headers,
    IDictionary<string, IList<string>>? QueryLists = null,
    IDictionary<string, IList<string>>? HeaderLists = null)
{
    public static RequestParts Of(APIGatewayHttpApiV2ProxyRequest request) =>
        new(true, request.PathParameters, request.QueryStringParameters, request.Headers);

    public static RequestParts Of(APIGatewayProxyRequest request) => new(
        false,
        request.PathParameters,
        request.QueryStringParameters,
        request.Headers,
        request.MultiValueQueryStringParameters,
        request.MultiValueHeaders);

    public static RequestParts Of(APIGatewayCustomAuthorizerV2Request request) =>
        new(true, request.PathParameters, request.QueryStringParameters, request.Headers);

    public static RequestParts Of(APIGatewayCustomAuthorizerRequest request) => new(
        false,
        request.PathParameters,
        request.QueryStringParameters,
        request.Headers,
        request.MultiValueQueryStringParameters,
        request.MultiValueHeaders);

    public string? Variable(string name) => Exact(Path, name);

    public string? Query(string name) => Exact(Queries, name) ?? Exact(QueryLists, name)?.LastOrDefault();

    public string? Header(string name) => AnyCase(Headers, name) ?? AnyCase(HeaderLists, name)?.LastOrDefault();

    public IEnumerable<string>? QueryList(string name) => Exact(QueryLists, name) ?? Split(Query(name));

    public IEnumerable<string>? HeaderList(string name) => AnyCase(HeaderLists, name) ?? Split(Header(name));

    private static T? Exact<T>(IDictionary<string, T>? values, string name)
        where T : class =>
        values is not null && values.TryGetValue(name, out var value) ? value : null;

    private static T? AnyCase<T>(IDictionary<string, T>? values, string name)
        where T : class
    {
        foreach (var (key, value) in values ?? new Dictionary<string, T>())
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    private string[]? Split(string? text) => text is null ? null : Joins ? text.Split(',') : [text];
}
