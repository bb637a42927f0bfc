namespace Lambda.Local.ObjectStore;

/// <summary>A query string, decoded; every name at most once.</summary>
internal sealed class QueryParameters
{
    public static readonly QueryParameters None = new([]);

    // The SDKs add x-id to tell operations of one path apart in logs.
    private static readonly string[] OfEveryRequest =
    [
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature",
        "X-Amz-Content-Sha256", "x-id",
    ];

    private readonly Dictionary<string, string> _values;

    private QueryParameters(Dictionary<string, string> values) => _values = values;

    public IEnumerable<KeyValuePair<string, string>> All => _values;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static S3Error? Read(string rawQuery, out QueryParameters query)
    {
        query = None;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            if (!UriText.TryDecode(pair[0], out var name)
                || !UriText.TryDecode(pair.ElementAtOrDefault(1), out var value))
            {
                return S3Error.InvalidUri;
            }

            if (!values.TryAdd(name, value))
                return S3Error.InvalidArgument("A query parameter was given twice.");
        }

        query = new QueryParameters(values);
        return null;
    }

    /// <summary>
    /// The first parameter that is neither of the signature nor among the names understood here, or null.
    /// </summary>
    public string? FirstBeyond(params ReadOnlySpan<string> understood)
    {
        foreach (var name in _values.Keys)
        {
            if (!OfEveryRequest.Contains(name) && !understood.Contains(name))
                return name;
        }

        return null;
    }
}
