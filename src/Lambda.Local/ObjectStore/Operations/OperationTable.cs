using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>Everything that this store can be asked, the particular before the general.</summary>
internal sealed class OperationTable(
    ObjectFolder objects, WatchedFolder changes, UploadFolder uploads, string bucket, TimeProvider clock)
{
    private readonly Operation[] _operations =
    [
        .. OnBuckets(objects, changes, uploads, bucket),
        .. OnUploads(objects, changes, uploads, bucket, clock),
        .. OnObjects(objects, changes, bucket, clock),
    ];

    /// <summary>Answers the request, or says why not.</summary>
    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (_operations.FirstOrDefault(known => known.Matches(request)) is not { } operation)
            return S3Error.MethodNotAllowed;
        if (request.Target.Bucket is { } named && named != bucket)
            return S3Error.NoSuchBucket;

        return operation.Unsupported(request) ?? await operation.Answer(request);
    }

    private static Operation[] OnBuckets(
        ObjectFolder objects, WatchedFolder changes, UploadFolder uploads, string bucket)
    {
        var (buckets, list) = (new Buckets(bucket), new ListObjects(objects, bucket));
        return
        [
            new(["GET"], Place.Service, buckets.ListAsync) { Parameters = Buckets.ListParameters },
            new(["HEAD"], Place.Bucket, buckets.HeadAsync),
            new(["GET"], Place.Bucket, buckets.LocateAsync) { Marks = ["location"] },
            new(["GET"], Place.Bucket, new ListUploads(uploads, bucket).AnswerAsync)
            {
                Marks = ["uploads"],
                Parameters = ListUploads.Parameters,
            },
            new(["GET"], Place.Bucket, list.AnswerSecondAsync)
            {
                Marks = ["list-type"],
                Parameters = ListObjects.SecondParameters,
            },
            new(["GET"], Place.Bucket, list.AnswerFirstAsync) { Parameters = ListObjects.FirstParameters },
            new(["POST"], Place.Bucket, new DeleteObjects(changes).AnswerAsync)
            {
                Marks = ["delete"],
                Headers = Operation.PayloadHeaders,
            },
        ];
    }

    private static Operation[] OnUploads(
        ObjectFolder objects, WatchedFolder changes, UploadFolder uploads, string bucket, TimeProvider clock) =>
    [
        new(["POST"], Place.Object, new BeginUpload(uploads, bucket, clock).AnswerAsync)
        {
            Marks = ["uploads"],
            Headers = BeginUpload.Headers,
        },
        new(["PUT"], Place.Object, new UploadPartCopy(objects, uploads, bucket, clock).AnswerAsync)
        {
            Marks = ["uploadId", CopySource.Header],
            Parameters = UploadPart.Parameters,
            Headers = UploadPartCopy.Headers,
        },
        new(["PUT"], Place.Object, new UploadPart(objects, uploads, clock).AnswerAsync)
        {
            Marks = ["uploadId"],
            Parameters = UploadPart.Parameters,
            Headers = Operation.PayloadHeaders,
        },
        new(["POST"], Place.Object, new CompleteUpload(objects, changes, uploads, bucket, clock).AnswerAsync)
        {
            Marks = ["uploadId"],
            Headers = CompleteUpload.Headers,
        },
        new(["GET"], Place.Object, new ListParts(uploads, bucket).AnswerAsync)
        {
            Marks = ["uploadId"],
            Parameters = ListParts.Parameters,
        },
        new(["DELETE"], Place.Object, new AbortUpload(uploads).AnswerAsync) { Marks = ["uploadId"] },
    ];

    private static Operation[] OnObjects(
        ObjectFolder objects, WatchedFolder changes, string bucket, TimeProvider clock)
    {
        var tagging = new ObjectTagging(objects);
        return
        [
            new(["GET"], Place.Object, tagging.ReadAsync) { Marks = ["tagging"] },
            new(["PUT"], Place.Object, tagging.ReplaceAsync)
            {
                Marks = ["tagging"],
                Headers = Operation.PayloadHeaders,
            },
            new(["DELETE"], Place.Object, tagging.RemoveAsync) { Marks = ["tagging"] },
            new(["PUT"], Place.Object, new CopyObject(objects, changes, bucket, clock).AnswerAsync)
            {
                Marks = [CopySource.Header],
                Headers = CopyObject.Headers,
            },
            new(["PUT"], Place.Object, new PutObject(objects, changes, clock).AnswerAsync)
            {
                Headers = PutObject.Headers,
            },
            new(["GET", "HEAD"], Place.Object, new GetObject(objects).AnswerAsync)
            {
                Parameters = GetObject.Parameters,
                Headers = GetObject.Headers,
            },
            new(["DELETE"], Place.Object, new DeleteObject(changes).AnswerAsync),
        ];
    }
}
