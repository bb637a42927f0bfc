using System.Xml;
using System.Xml.Linq;
using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>A small document in a request's body.</summary>
/// <param name="Root">Elements count by their local names: not all clients send the namespace.</param>
/// <param name="Error">Why there is none.</param>
internal sealed record XmlPayload(XElement? Root, S3Error? Error)
{
    // A thousand keys of a kilobyte, or ten thousand parts with their checksums.
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <param name="mustBeChecked">Whether a checksum has to vouch for the document.</param>
    /// <param name="checksumIsOfBody">False where a checksum in the headers is that of something else.</param>
    public static async Task<XmlPayload> ReadAsync(
        S3Request request, string root, bool mustBeChecked = false, bool checksumIsOfBody = true)
    {
        if (Payload.Read(request, MaxBytes, out var payload, checksumIsOfBody) is { } unreadable)
            return new XmlPayload(null, unreadable == S3Error.EntityTooLarge ? S3Error.MalformedXml : unreadable);
        if (mustBeChecked && !payload!.IsChecked)
            return new XmlPayload(null, S3Error.MissingChecksum);

        using var bytes = new MemoryStream();
        using var digests = new RunningDigests(payload!.Algorithm ?? ChecksumAlgorithm.Sha256);
        var refused = await payload.CopyToAsync(
            (piece, _) =>
            {
                bytes.Write(piece.Span);
                digests.Append(piece.Span);
                return ValueTask.CompletedTask;
            },
            request.Ct);
        if ((refused ?? payload.Contradicts(digests.Finish())) is { } wrong)
            return new XmlPayload(null, wrong);

        bytes.Position = 0;
        return Parse(bytes) is { } document && document.Name.LocalName == root
            ? new XmlPayload(document, null)
            : new XmlPayload(null, S3Error.MalformedXml);
    }

    /// <returns>The text of a child, or null.</returns>
    public static string? Text(XElement parent, string name) => Children(parent, name).FirstOrDefault()?.Value;

    public static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(child => child.Name.LocalName == name);

    private static XElement? Parse(Stream bytes)
    {
        // Keys may hold characters that XML forbids; nothing may be fetched or grow while it is read.
        var settings = new XmlReaderSettings
        {
            CheckCharacters = false,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
        };
        try
        {
            using var reader = XmlReader.Create(bytes, settings);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
