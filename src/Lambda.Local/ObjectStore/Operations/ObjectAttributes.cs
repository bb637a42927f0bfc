using System.Text;
using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>What the sender of an object wants to be remembered with it.</summary>
internal sealed record ObjectAttributes(
    IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>What else is understood where these are.</summary>
    public static readonly string[] Understood = [MetadataPrefix, TagSet.Header, StorageClass];

    private const string DefaultType = "binary/octet-stream";
    private const string MetadataPrefix = "x-amz-meta-";
    private const string StorageClass = "x-amz-storage-class";
    private const int MaxMetadataBytes = 2048;

    private static readonly string[] KeptHeaders =
        ["content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires"];

    public static ObjectAttributes Of(ObjectFacts facts) => new(facts.Headers, facts.Tags);

    public static S3Error? Read(IHeaderDictionary headers, out ObjectAttributes attributes)
    {
        var kept = KeptOf(headers);
        attributes = new ObjectAttributes(kept, TagSet.None);
        if (headers[StorageClass].ToString() is not ("" or "STANDARD"))
            return S3Error.NotImplemented("A storage class other than STANDARD");
        if (!kept.Values.All(HeaderText.IsPrintable))
            return S3Error.InvalidArgument("Header values consist of printable ASCII characters.");
        if (MetadataBytes(kept) > MaxMetadataBytes)
            return S3Error.MetadataTooLarge;
        if (TagSet.ReadHeader(headers, out var tags) is { } badTags)
            return badTags;

        attributes = new ObjectAttributes(kept, tags);
        return null;
    }

    private static Dictionary<string, string> KeptOf(IHeaderDictionary headers)
    {
        var kept = headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString()))
            .Where(header => KeptHeaders.Contains(header.Name) || IsMetadata(header.Name))
            .ToDictionary(header => header.Name, header => header.Value);

        // The wrapping ended with the transfer.
        if (kept.TryGetValue("content-encoding", out var encoding))
        {
            var left = encoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word is not "aws-chunked");
            kept["content-encoding"] = string.Join(',', left);
        }

        foreach (var empty in kept.Where(header => header.Value is "" && !IsMetadata(header.Key)).ToList())
            kept.Remove(empty.Key);
        kept.TryAdd("content-type", DefaultType);
        return kept;
    }

    private static int MetadataBytes(Dictionary<string, string> kept) => kept
        .Where(header => IsMetadata(header.Key))
        .Sum(header => Encoding.UTF8.GetByteCount(header.Key[MetadataPrefix.Length..] + header.Value));

    private static bool IsMetadata(string name) => name.StartsWith(MetadataPrefix, StringComparison.Ordinal);
}
