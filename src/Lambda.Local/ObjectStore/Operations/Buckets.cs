using System.Xml.Linq;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>What can be asked of buckets: which there are (one), whether one is there, and where.</summary>
internal sealed class Buckets(string bucket)
{
    public static readonly string[] ListParameters = ["prefix", "max-buckets"];

    // S3's first region is written as none.
    private const string FirstRegion = "us-east-1";

    public async Task<S3Error?> ListAsync(S3Request request)
    {
        var wanted = bucket.StartsWith(request.Query["prefix"] ?? "", StringComparison.Ordinal);
        await S3Xml.WriteAsync(request.Context, S3Xml.Parent(
            "ListAllMyBucketsResult",
            S3Xml.Owner("Owner"),
            S3Xml.Parent("Buckets", wanted ? Described() : null)));
        return null;
    }

    public Task<S3Error?> HeadAsync(S3Request request)
    {
        request.Response.Headers["x-amz-bucket-region"] = request.Signature.Region;
        return Task.FromResult<S3Error?>(null);
    }

    public async Task<S3Error?> LocateAsync(S3Request request)
    {
        var region = request.Signature.Region is FirstRegion ? "" : request.Signature.Region;
        await S3Xml.WriteAsync(request.Context, S3Xml.Element("LocationConstraint", region));
        return null;
    }

    private XElement Described() => S3Xml.Parent(
        "Bucket",
        S3Xml.Element("Name", bucket),
        S3Xml.Element("CreationDate", S3Xml.Time(DateTimeOffset.UnixEpoch)));
}
