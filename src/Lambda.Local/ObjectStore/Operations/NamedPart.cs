using System.Xml.Linq;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>A part that a client wants in the object, as it believes it to be.</summary>
/// <param name="Checksums">By the name of the algorithm, in base64.</param>
internal sealed record NamedPart(int Number, string ETag, IReadOnlyDictionary<string, string> Checksums)
{
    private const long MinBytes = 5 * 1024 * 1024;

    /// <summary>Reads <c>CompleteMultipartUpload/Part</c>.</summary>
    public static S3Error? ReadAll(XElement root, out List<NamedPart> parts)
    {
        parts = [];
        foreach (var element in XmlPayload.Children(root, "Part"))
        {
            if (!PartNumber.TryRead(XmlPayload.Text(element, "PartNumber"), out var number)
                || XmlPayload.Text(element, "ETag") is not { } etag)
            {
                return S3Error.MalformedXml;
            }

            var checksums = ChecksumAlgorithm.All
                .Where(algorithm => XmlPayload.Text(element, algorithm.Element) is not null)
                .ToDictionary(algorithm => algorithm.Name, algorithm => XmlPayload.Text(element, algorithm.Element)!);
            parts.Add(new NamedPart(number, etag.Trim('"'), checksums));
        }

        return parts.Count is 0 or > PartNumber.Max ? S3Error.MalformedXml : null;
    }

    /// <returns>Null when these parts, and in this order, make an object.</returns>
    public static S3Error? Objection(
        Upload upload, List<NamedPart> wanted, IReadOnlyDictionary<int, ObjectFacts> stored)
    {
        for (var at = 1; at < wanted.Count; at++)
        {
            if (wanted[at].Number <= wanted[at - 1].Number)
                return S3Error.InvalidPartOrder;
        }

        if (upload is { Chosen: true, ChecksumType: Checksum.Composite }
            && wanted.Find(part => !part.Checksums.ContainsKey(upload.Algorithm)) is { } bare)
        {
            return S3Error.InvalidRequest(
                $"The upload was created using a {upload.Algorithm.ToLowerInvariant()} checksum. The complete request "
                + "must include the checksum for each part. "
                + $"It was missing for part {bare.Number} in the request.");
        }

        if (!wanted.TrueForAll(part => stored.TryGetValue(part.Number, out var facts) && part.Is(facts)))
            return S3Error.InvalidPart;
        return wanted.SkipLast(1).Any(part => stored[part.Number].Length < MinBytes) ? S3Error.EntityTooSmall : null;
    }

    private bool Is(ObjectFacts facts) =>
        ETag == facts.ETag
        && Checksums.All(stated => stated.Key == facts.Checksum.Algorithm && stated.Value == facts.Checksum.Value);
}
