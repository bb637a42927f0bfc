namespace Lambda.Local.ObjectStore.Files;

/// <summary>
/// What is remembered of an object beside its bytes; lies in the same file, so neither exists without the other.
/// </summary>
/// <param name="ETag">Lower-case hex of the bytes' MD5, without quotes.</param>
/// <param name="Sha256">Base64, as in <c>x-amz-checksum-sha256</c>.</param>
/// <param name="Headers">Sent back as they came: <c>content-type</c>, <c>x-amz-meta-…</c> and their like.</param>
internal sealed record ObjectFacts(
    string Key,
    long Length,
    string ETag,
    string Sha256,
    DateTimeOffset StoredAt,
    IReadOnlyDictionary<string, string> Headers);
