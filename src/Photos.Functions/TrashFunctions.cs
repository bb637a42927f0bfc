using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Functions.Http;
using Photos.Functions.Views;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions;

/// <summary>Throwing photos away, taking them back, and forgetting them for good.</summary>
public sealed class TrashFunctions(PhotoTrash trash, PhotoPresenter presenter, Once once)
{
    /// <summary>Moves a photo to the trash, or out of it for good.</summary>
    /// <remarks>
    /// Doing it twice is the same as doing it once. The trash keeps a photo for thirty days, unless it is deleted from
    /// there with <c>permanent=true</c>.
    /// </remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <param name="permanent" enum="true false">Deletes what is in the trash for good.</param>
    /// <header name="if-match">The tag of the photo that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo, and when the trash will let go of it.
    /// <header name="etag">The photo's new tag.</header></response>
    /// <response code="204">It is gone for good.</response>
    /// <response code="400">What <c>permanent</c> says is neither true nor false.</response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409">
    /// <c>busy</c>: others are changing the photo right now. <c>not-in-trash</c>: only what is in the trash can be
    /// deleted for good.
    /// </response>
    /// <response code="412">The photo has changed since the caller saw it.</response>
    [LambdaFunction(ResourceName = "DeletePhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Delete, "/photos/{id}")]
    public Task<IHttpResult> DeletePhoto(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id, [FromQuery] string? permanent) =>
        DeleteAsync(request, context, id, permanent);

    /// <summary>Moves a photo to the trash, or out of it for good; the id is in the query.</summary>
    /// <remarks>The same as <c>DELETE /photos/{id}</c>.</remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <param name="permanent" enum="true false">Deletes what is in the trash for good.</param>
    /// <header name="if-match">The tag of the photo that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo, and when the trash will let go of it.
    /// <header name="etag">The photo's new tag.</header></response>
    /// <response code="204">It is gone for good.</response>
    /// <response code="400">
    /// The id is left out, or what <c>permanent</c> says is neither true nor false.
    /// </response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409">
    /// <c>busy</c>: others are changing the photo right now. <c>not-in-trash</c>: only what is in the trash can be
    /// deleted for good.
    /// </response>
    /// <response code="412">The photo has changed since the caller saw it.</response>
    [LambdaFunction(ResourceName = "DeletePhotoByQuery", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Delete, "/photos")]
    public async Task<IHttpResult> DeletePhotoByQuery(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        [FromQuery] string? id,
        [FromQuery] string? permanent) => id is null
            ? Respond.With(Problem.Invalid("id", "Say which photo: DELETE /photos?id=…"), request)
            : await DeleteAsync(request, context, id, permanent);

    /// <summary>Takes a photo back from the trash.</summary>
    /// <remarks>Doing it twice is the same as doing it once.</remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <header name="idempotency-key">A name for this request: sent again, it has no second effect.</header>
    /// <header name="if-match">The tag of the photo that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo, back in the library.
    /// <header name="etag">The photo's new tag.</header></response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409"><c>busy</c>: others are changing the photo right now.</response>
    /// <response code="412">The photo has changed since the caller saw it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    /// <response code="422"><c>idempotency-key-reused</c>: another request had the same key.</response>
    [LambdaFunction(ResourceName = "RestorePhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/photos/{id}/restore")]
    public async Task<IHttpResult> RestorePhoto(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id)
    {
        if (!RequestBody.BytesOf(request).Is(out _, out var problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return await once.RunAsync(request, RestoreAsync, PhotoPresenter.AnswerLifetime, deadline.Token);

        Task<IHttpResult> RestoreAsync(EntryId _) => ChangeAsync(request, context, id, trash.RestoreAsync);
    }

    private async Task<IHttpResult> DeleteAsync(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id, string? permanent) =>
        permanent switch
        {
            null or "false" => await ChangeAsync(request, context, id, trash.TrashAsync),
            "true" => await ChangeAsync(request, context, id, trash.PurgeAsync),
            _ => Respond.With(Problem.Invalid("permanent", "Write true or false, or leave it out."), request),
        };

    private async Task<IHttpResult> ChangeAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Func<OwnerId, PhotoId, ExpectedVersion, CancellationToken, Task<Outcome<Photo>>> change)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !PhotoRoute.Id(id).Is(out var photoId, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var changed = await change(owner, photoId, EntityTag.Expected(request), deadline.Token);
        if (!changed.Is(out var photo, out problem))
            return Respond.With(problem, request);

        return photo.State == PhotoState.Purging
            ? Respond.Gone()
            : await presenter.ShowAsync(photo, HttpStatusCode.OK, deadline.Token);
    }
}
