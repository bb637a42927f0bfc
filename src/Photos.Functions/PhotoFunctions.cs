using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Functions.Http;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions;

/// <summary>The <c>/photos</c> resource: requests become calls on the library, outcomes become responses.</summary>
public sealed class PhotoFunctions(PhotoLibrary library, PhotoPresenter presenter)
{
    /// <summary>200 with one page, newest taken first.</summary>
    [LambdaFunction(ResourceName = "ListPhotos", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/photos")]
    public async Task<IHttpResult> ListPhotos(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        [FromQuery] string? limit,
        [FromQuery] string? after)
    {
        if (!PageRequest.From(limit, after).Is(out var page, out var problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var listed = await library.ListAsync(Caller.Of(request), page.After, page.Limit, deadline.Token);
        return await presenter.ShowAsync(listed, page.Limit, deadline.Token);
    }

    /// <summary>200 with the photo; 304 when the caller has it already; 404, also for somebody else's.</summary>
    [LambdaFunction(ResourceName = "GetPhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/photos/{id}")]
    public async Task<IHttpResult> GetPhoto(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id)
    {
        if (!PhotoRoute.Id(id).Is(out var photoId, out var problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var found = await library.FindAsync(Caller.Of(request), photoId, deadline.Token);
        if (!found.Is(out var photo, out problem))
            return Respond.With(problem, request);

        var tag = presenter.TagOf(photo);
        return EntityTag.IsKnown(tag, request)
            ? Respond.NotModified(tag)
            : await presenter.ShowAsync(photo, HttpStatusCode.OK, deadline.Token);
    }

    /// <summary>200 with the photo, now in the trash, and when the trash will let go of it; 404; 412.</summary>
    [LambdaFunction(ResourceName = "DeletePhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Delete, "/photos/{id}")]
    public Task<IHttpResult> DeletePhoto(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        ChangeAsync(request, context, id, library.TrashAsync);

    /// <summary>200 with the photo, back from the trash; 404; 412.</summary>
    [LambdaFunction(ResourceName = "RestorePhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/photos/{id}/restore")]
    public Task<IHttpResult> RestorePhoto(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        ChangeAsync(request, context, id, library.RestoreAsync);

    private async Task<IHttpResult> ChangeAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Func<OwnerId, PhotoId, int?, CancellationToken, Task<Outcome<Photo>>> change)
    {
        if (!PhotoRoute.Id(id).Is(out var photoId, out var problem)
            || !EntityTag.Expected(request).Is(out var expected, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var changed = await change(Caller.Of(request), photoId, expected.Version, deadline.Token);
        return changed.Is(out var photo, out problem)
            ? await presenter.ShowAsync(photo, HttpStatusCode.OK, deadline.Token)
            : Respond.With(problem, request);
    }
}
