using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>One thing that can be asked of the store, how it is recognised, and what may come with it.</summary>
/// <param name="Methods">The HTTP methods that ask for it.</param>
/// <param name="Place">What the path names.</param>
/// <param name="Answer">Writes the whole answer, or says why not.</param>
internal sealed record Operation(string[] Methods, Place Place, Func<S3Request, Task<S3Error?>> Answer)
{
    /// <summary>What a request with a body may say of it.</summary>
    public static readonly string[] PayloadHeaders =
    [
        ChecksumAlgorithm.HeaderPrefix, "x-amz-sdk-checksum-algorithm", "x-amz-decoded-content-length",
        "x-amz-trailer",
    ];

    private static readonly string[] HeadersOfAll =
        ["x-amz-api-version", "x-amz-content-sha256", "x-amz-date", "x-amz-user-agent"];

    /// <summary>Parameters and headers that tell this operation from others of the same method and place.</summary>
    public string[] Marks { get; init; } = [];

    /// <summary>The parameters that it understands beside its marks.</summary>
    public string[] Parameters { get; init; } = [];

    /// <summary>The <c>x-amz-</c> headers that it understands; a dash at the end means all that begin so.</summary>
    public string[] Headers { get; init; } = [];

    public bool Matches(S3Request request) =>
        Methods.Contains(request.Context.Request.Method)
        && Place == request.Target.Place
        && Marks.All(mark => request.Query[mark] is not null || request.Headers.ContainsKey(mark));

    // What S3 would act upon and we would not is refused: silence would be a lie about what was done.
    public S3Error? Unsupported(S3Request request)
    {
        if (request.Query.FirstBeyond([.. Marks, .. Parameters]) is { } parameter)
            return S3Error.NotImplemented($"The parameter {parameter}");

        var header = request.Headers.Keys.Select(name => name.ToLowerInvariant()).FirstOrDefault(name =>
            name.StartsWith("x-amz-", StringComparison.Ordinal)
            && !HeadersOfAll.Contains(name)
            && !Headers.Any(known => name == known
                || (known.EndsWith('-') && name.StartsWith(known, StringComparison.Ordinal))));
        return header is null ? null : S3Error.NotImplemented($"The header {header}");
    }
}

/// <summary>What a path names.</summary>
internal enum Place
{
    Service,
    Bucket,
    Object,
}
