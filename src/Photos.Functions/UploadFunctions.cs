using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Functions.Http;
using Photos.Functions.Requests;
using Photos.Functions.Views;
using Photos.Library;

namespace Photos.Functions;

/// <summary>How files become photos: announced, sent straight to the store by a link, finished.</summary>
public sealed class UploadFunctions(
    PhotoUploads uploads, PhotoRenditions renditions, PhotoPresenter presenter, Once once)
{
    /// <summary>Announces a file that is about to be sent.</summary>
    /// <remarks>
    /// The bytes travel to the link of the answer, by PUT and with exactly its headers; the link is good for these
    /// bytes, once, for ten minutes. Then <c>POST /photos</c> makes a photo of them.
    /// </remarks>
    /// <param name="request"><see cref="NewUpload"/> The file.</param>
    /// <header name="idempotency-key">A name for this request: sent again, it has no second effect.</header>
    /// <response code="200"><see cref="PhotoView"/> These bytes are in the library already: their photo, taken out of
    /// the trash if it was there.
    /// <header name="etag">The photo's tag.</header></response>
    /// <response code="201"><see cref="UploadView"/> Where to send the bytes.</response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="409">
    /// <c>id-taken</c>: another photo has the id. <c>quota-exceeded</c>, <c>too-many-uploads</c>: there is no room,
    /// what is on its way included. <c>busy</c>: the same file is being uploaded elsewhere right now, or others are
    /// being announced that do not all fit.
    /// </response>
    /// <response code="413">A file has at most 5 GB, a request 256 KB.</response>
    /// <response code="415">The library keeps no such files.</response>
    /// <response code="422"><c>idempotency-key-reused</c>: another request had the same key.</response>
    [LambdaFunction(ResourceName = "CreateUpload", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/uploads")]
    public async Task<IHttpResult> CreateUpload(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !RequestBody.Read(request, PhotosJson.Default.NewUpload).Is(out var body, out problem)
            || !body.Check().Is(out var upload, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return await once.RunAsync(request, StartAsync, keep: PhotoUploads.LinkLifetime / 2, deadline.Token);

        // The bytes' digest already makes one upload of many announcements; it needs no new id.
        async Task<IHttpResult> StartAsync(EntryId _)
        {
            var started = await uploads.StartAsync(
                owner, upload.Id, upload.File, upload.TakenAt, deadline.Token);
            if (!started.Is(out var announced, out var refusal))
                return Respond.With(refusal, request);

            return announced.Put is { } put
                ? Respond.With(HttpStatusCode.Created, UploadView.Of(announced.Photo, put))
                : await presenter.ShowAsync(announced.Photo, HttpStatusCode.OK, deadline.Token);
        }
    }

    /// <summary>Makes a photo of an upload whose bytes have been sent.</summary>
    /// <remarks>The bytes are compared with what was announced. Doing it twice is the same as doing it once.</remarks>
    /// <param name="request"><see cref="NewPhoto"/> Which upload.</param>
    /// <header name="idempotency-key">A name for this request: sent again, it has no second effect.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo, which had been finished before.
    /// <header name="etag">The photo's tag.</header>
    /// <header name="location">The photo's address.</header></response>
    /// <response code="201"><see cref="PhotoView"/> The photo.
    /// <header name="etag">The photo's tag.</header>
    /// <header name="location">The photo's address.</header></response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such upload.</response>
    /// <response code="409">
    /// <c>not-uploaded</c>: the bytes are not there yet. <c>other-bytes</c>: others arrived than were announced.
    /// <c>busy</c>: the same file is being uploaded elsewhere right now.
    /// </response>
    /// <response code="413">A request has at most 256 KB.</response>
    /// <response code="415">The bytes are not those of a file of the announced type.</response>
    /// <response code="422"><c>idempotency-key-reused</c>: another request had the same key.</response>
    [LambdaFunction(ResourceName = "CreatePhoto", MemorySize = 1024, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/photos")]
    public async Task<IHttpResult> CreatePhoto(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !RequestBody.Read(request, PhotosJson.Default.NewPhoto).Is(out var body, out problem)
            || !body.Check().Is(out var photo, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return await once.RunAsync(request, FinishAsync, PhotoPresenter.AnswerLifetime, deadline.Token);

        async Task<IHttpResult> FinishAsync(EntryId _)
        {
            var finished = await uploads.FinishAsync(
                owner, photo.Id, photo.Name, photo.Title, deadline.Token);
            if (!finished.Is(out var done, out var refusal))
                return Respond.With(refusal, request);

            var status = done.IsNew ? HttpStatusCode.Created : HttpStatusCode.OK;
            var answer = await presenter.ShowAsync(done.Photo, status, deadline.Token);
            return answer.AddHeader("location", $"/photos/{done.Photo.Id}");
        }
    }

    /// <summary>Announces smaller copies of a photo.</summary>
    /// <remarks>
    /// Who shows a photo makes its copies. They travel like originals, to the links of the answer; a later call
    /// replaces what an earlier one left.
    /// </remarks>
    /// <param name="request"><see cref="NewRenditions"/> A preview, a thumbnail or both.</param>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <header name="idempotency-key">A name for this request: sent again, it has no second effect.</header>
    /// <response code="200"><see cref="RenditionsView"/> Where to send the copies.</response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409"><c>busy</c>: others are changing the photo right now.</response>
    /// <response code="413">A copy has at most 5 MB, a request 256 KB.</response>
    /// <response code="415">A copy is a JPEG.</response>
    /// <response code="422"><c>idempotency-key-reused</c>: another request had the same key.</response>
    [LambdaFunction(ResourceName = "CreateRenditions", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/photos/{id}/renditions")]
    public async Task<IHttpResult> CreateRenditions(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !PhotoRoute.Id(id).Is(out var photo, out problem)
            || !RequestBody.Read(request, PhotosJson.Default.NewRenditions).Is(out var body, out problem)
            || !body.Check().Is(out var copies, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return await once.RunAsync(request, StartAsync, keep: PhotoUploads.LinkLifetime / 2, deadline.Token);

        async Task<IHttpResult> StartAsync(EntryId _)
        {
            var started = await renditions.StartAsync(
                owner, photo, copies.Preview, copies.Thumbnail, deadline.Token);

            return started.Is(out var announced, out var refusal)
                ? Respond.With(HttpStatusCode.OK, RenditionsView.Of(announced))
                : Respond.With(refusal, request);
        }
    }
}
