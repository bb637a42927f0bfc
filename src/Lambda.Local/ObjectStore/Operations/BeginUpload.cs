using System.Security.Cryptography;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>POST /bucket/key?uploads (CreateMultipartUpload): 200 with an id to send parts to.</summary>
internal sealed class BeginUpload(UploadFolder uploads, string bucket, TimeProvider clock)
{
    public static readonly string[] Headers = [.. ObjectAttributes.Understood, AlgorithmHeader, TypeHeader];

    private const string AlgorithmHeader = ChecksumAlgorithm.HeaderPrefix + "algorithm";
    private const string TypeHeader = ChecksumAlgorithm.HeaderPrefix + "type";

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (ObjectAttributes.Read(request.Headers, out var attributes) is { } badAttributes)
            return badAttributes;
        if (ReadChecksum(request, out var algorithm, out var type) is { } badChecksum)
            return badChecksum;

        var upload = new Upload(
            RandomNumberGenerator.GetHexString(32, lowercase: true),
            request.Key,
            clock.GetUtcNow(),
            attributes.Headers,
            attributes.Tags,
            algorithm.Name,
            type,
            Chosen: request.Header(AlgorithmHeader) is not null);
        uploads.Add(upload);

        request.Response.Headers[AlgorithmHeader] = upload.Algorithm;
        request.Response.Headers[TypeHeader] = upload.ChecksumType;
        await S3Xml.WriteAsync(request.Context, S3Xml.Parent(
            "InitiateMultipartUploadResult",
            S3Xml.Element("Bucket", bucket),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.Id)));
        return null;
    }

    private static S3Error? ReadChecksum(S3Request request, out ChecksumAlgorithm algorithm, out string type)
    {
        algorithm = ChecksumAlgorithm.Crc64Nvme;
        type = request.Header(TypeHeader) ?? "";
        if (request.Header(AlgorithmHeader) is { } name)
        {
            if (ChecksumAlgorithm.Find(name) is not { } chosen)
                return S3Error.InvalidRequest("Checksum algorithm provided is unsupported.");
            algorithm = chosen;
        }
        else if (type is not "")
        {
            return S3Error.InvalidRequest(
                "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }

        if (type is "")
            type = algorithm.AllowsComposite ? Checksum.Composite : Checksum.WholeObject;
        return type switch
        {
            Checksum.Composite when algorithm.AllowsComposite => null,
            Checksum.WholeObject when algorithm.AllowsWholeObject => null,
            _ => S3Error.InvalidRequest(
                $"The {type} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} checksum "
                + "algorithm."),
        };
    }
}
