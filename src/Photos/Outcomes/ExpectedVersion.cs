namespace Photos.Outcomes;

/// <summary>Which versions of a thing a caller is willing to change: those they have seen, or any.</summary>
public sealed record ExpectedVersion
{
    private readonly IReadOnlyCollection<int>? _versions;

    private ExpectedVersion(IReadOnlyCollection<int>? versions) => _versions = versions;

    /// <summary>The caller does not mind.</summary>
    public static ExpectedVersion Any { get; } = new(versions: null);

    /// <summary>One of these; none at all when there are none.</summary>
    public static ExpectedVersion OneOf(params IReadOnlyCollection<int> versions) => new(versions);

    /// <summary>Whether the caller accepts that this is the version to be changed.</summary>
    public bool Allows(int version) => _versions is null || _versions.Contains(version);
}
