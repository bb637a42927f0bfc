using System.Text;
using System.Xml.Linq;
using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>POST /bucket?delete: 200 with an answer for each of up to a thousand keys.</summary>
internal sealed class DeleteObjects(WatchedFolder changes)
{
    private const int MaxKeys = 1000;

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        var payload = await XmlPayload.ReadAsync(request, "Delete", mustBeChecked: true);
        if (payload.Error is { } unreadable)
            return unreadable;

        var entries = XmlPayload.Children(payload.Root!, "Object").ToList();
        if (entries.Count is 0 or > MaxKeys || !entries.All(HasKey))
            return S3Error.MalformedXml;

        var quiet = XmlPayload.Text(payload.Root!, "Quiet") is "true";
        var results = new List<XElement>(entries.Count);
        foreach (var entry in entries)
        {
            var result = await RemoveAsync(request, entry);
            if (!quiet || result.Name.LocalName is "Error")
                results.Add(result);
        }

        await S3Xml.WriteAsync(request.Context, S3Xml.Parent("DeleteResult", [.. results]));
        return null;
    }

    private async Task<XElement> RemoveAsync(S3Request request, XElement entry)
    {
        var key = XmlPayload.Text(entry, "Key")!;
        var condition = XmlPayload.Text(entry, "ETag") is { } etag
            ? WriteCondition.OnlyIfTag(etag.Trim('"'))
            : WriteCondition.None;

        var error = XmlPayload.Text(entry, "VersionId") is not (null or "null") ? S3Error.NotImplemented("A version")
            : Encoding.UTF8.GetByteCount(key) > RequestTarget.MaxKeyBytes ? S3Error.KeyTooLong
            : await changes.RemoveAsync(request, key, condition);
        return error is null
            ? S3Xml.Parent("Deleted", S3Xml.Element("Key", key))
            : S3Xml.Parent(
                "Error",
                S3Xml.Element("Key", key),
                S3Xml.Element("Code", error.Code),
                S3Xml.Element("Message", error.Message));
    }

    // Half of a surrogate pair is no text: it could neither be stored nor be written back.
    private static bool HasKey(XElement entry) =>
        XmlPayload.Text(entry, "Key") is { Length: > 0 } key && string.Concat(key.EnumerateRunes()) == key;
}
