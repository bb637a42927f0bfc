using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Functions.Http;
using Photos.Functions.Views;
using Photos.Library;

namespace Photos.Functions;

/// <summary>One change to many photos.</summary>
public sealed class BatchFunctions(PhotoBatches batches, Once once)
{
    /// <summary>Does the same to up to a hundred photos.</summary>
    /// <remarks>
    /// Each photo is changed, or refused, for itself, and the answer says which: repeating the whole request is safe.
    /// </remarks>
    /// <param name="request"><see cref="Requests.PhotoBatch"/> Which photos, and what to do.</param>
    /// <header name="idempotency-key">A name for this request: sent again, it has no second effect.</header>
    /// <response code="200"><see cref="BatchView"/> What became of each, in the order of the ids.</response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    /// <response code="422"><c>idempotency-key-reused</c>: another request had the same key.</response>
    [LambdaFunction(ResourceName = "ChangePhotos", MemorySize = 1024, Timeout = 29)]
    [HttpApi(LambdaHttpMethod.Post, "/photos/batch")]
    public async Task<IHttpResult> ChangePhotos(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (!RequestBody.Read(request, PhotosJson.Default.PhotoBatch).Is(out var body, out var problem)
            || !body.Check().Is(out var batch, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return await once.RunAsync(request, ChangeAsync, keep: null, deadline.Token);

        async Task<IHttpResult> ChangeAsync(EntryId _)
        {
            var changed = await batches.ChangeAsync(Caller.Of(request), batch.Ids, batch.Change, deadline.Token);
            var items = batch.Ids.Zip(changed, (id, outcome) => BatchItemView.Of(id, outcome));
            return Respond.With(HttpStatusCode.OK, new BatchView([.. items]));
        }
    }
}
