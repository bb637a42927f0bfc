using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>
/// What is remembered of an object beside its bytes; lies in the same file, so neither exists without the other. Only
/// tags that come later have a <see cref="TagFile"/>.
/// </summary>
/// <param name="ETag">Lower-case hex of the bytes' MD5, without quotes; of a multipart object as S3 makes it.</param>
/// <param name="Blocks">What <see cref="BlockDigests"/> made of the bytes.</param>
/// <param name="Headers">Sent back as they came: <c>content-type</c>, <c>x-amz-meta-…</c> and their like.</param>
/// <param name="Tags">The object's tags, which alone may change while it exists.</param>
internal sealed record ObjectFacts(
    string Key,
    long Length,
    string ETag,
    Checksum Checksum,
    byte[] Blocks,
    DateTimeOffset StoredAt,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The lengths of the parts that it was sent in; none for an object sent in one piece.</summary>
    public IReadOnlyList<long> Parts { get; init; } = [];

    /// <summary>Tells this object from any other that ever has the same key.</summary>
    public string Version { get; init; } = "";

    public static ObjectFacts Of(
        string key,
        Digests digests,
        DateTimeOffset storedAt,
        IReadOnlyDictionary<string, string> headers,
        IReadOnlyDictionary<string, string> tags) =>
        new(key, digests.Length, digests.ETag, digests.Checksum, digests.Blocks, storedAt, headers, tags);
}
