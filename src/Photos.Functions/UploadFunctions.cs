using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Functions.Http;
using Photos.Functions.Views;
using Photos.Library;

namespace Photos.Functions;

/// <summary>How files become photos: <c>/uploads</c>, and the posts below <c>/photos</c> that finish them.</summary>
public sealed class UploadFunctions(PhotoUploads uploads, PhotoRenditions renditions, PhotoPresenter presenter)
{
    /// <summary>
    /// 201 with a link to PUT the announced bytes to; 200 with the photo when these bytes are in the library already.
    /// </summary>
    [LambdaFunction(ResourceName = "CreateUpload", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/uploads")]
    public async Task<IHttpResult> CreateUpload(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (!RequestBody.Read(request, PhotosJson.Default.NewUpload).Is(out var body, out var problem)
            || !body.Check().Is(out var upload, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var started = await uploads.StartAsync(
            Caller.Of(request), upload.Id, upload.File, upload.TakenAt, deadline.Token);
        if (!started.Is(out var announced, out problem))
            return Respond.With(problem, request);

        return announced.Put is { } put
            ? Respond.With(HttpStatusCode.Created, UploadView.Of(announced.Photo, put))
            : await presenter.ShowAsync(announced.Photo, HttpStatusCode.OK, deadline.Token);
    }

    /// <summary>201 with the photo once its bytes are there and verified; 200 when it was finished before.</summary>
    [LambdaFunction(ResourceName = "CreatePhoto", MemorySize = 1024, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/photos")]
    public async Task<IHttpResult> CreatePhoto(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (!RequestBody.Read(request, PhotosJson.Default.NewPhoto).Is(out var body, out var problem)
            || !body.Check().Is(out var photo, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var finished = await uploads.FinishAsync(
            Caller.Of(request), photo.Id, photo.Name, photo.Title, deadline.Token);
        if (!finished.Is(out var done, out problem))
            return Respond.With(problem, request);

        var status = done.IsNew ? HttpStatusCode.Created : HttpStatusCode.OK;
        var answer = await presenter.ShowAsync(done.Photo, status, deadline.Token);
        return answer.AddHeader("location", $"/photos/{done.Photo.Id}");
    }

    /// <summary>200 with links to PUT a preview and a thumbnail to, or 404.</summary>
    [LambdaFunction(ResourceName = "CreateRenditions", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/photos/{id}/renditions")]
    public async Task<IHttpResult> CreateRenditions(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id)
    {
        if (!PhotoRoute.Id(id).Is(out var photo, out var problem)
            || !RequestBody.Read(request, PhotosJson.Default.NewRenditions).Is(out var body, out problem)
            || !body.Check().Is(out var copies, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var started = await renditions.StartAsync(
            Caller.Of(request), photo, copies.Preview, copies.Thumbnail, deadline.Token);

        return started.Is(out var announced, out problem)
            ? Respond.With(HttpStatusCode.OK, RenditionsView.Of(announced))
            : Respond.With(problem, request);
    }
}
