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

/// <summary>Photos that are in the library: looking at them, throwing them away, taking them back.</summary>
public sealed class PhotoFunctions(PhotoLibrary library, PhotoPresenter presenter, Cursors cursors)
{
    /// <summary>A page of the library, newest taken first.</summary>
    /// <remarks>
    /// What is in the trash is not listed. A page is shorter than its limit only when it is the last; follow
    /// <c>next</c>, or the link, until there is none.
    /// </remarks>
    /// <param name="limit" type="integer" minimum="1" maximum="200" default="50">
    /// How many photos; a number outside of these bounds is brought into them.
    /// </param>
    /// <param name="after">Where the page starts: what <c>next</c> of the page before said.</param>
    /// <response code="200"><see cref="PhotoPageView"/> The page.
    /// <header name="link">The next page's address, as <c>rel="next"</c>; not on the last page.</header></response>
    /// <response code="400">
    /// The limit is no number. <c>invalid-cursor</c>: no page of this list ended at <c>after</c> in the last day.
    /// </response>
    [LambdaFunction(ResourceName = "ListPhotos", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/photos")]
    public async Task<IHttpResult> ListPhotos(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        [FromQuery] string? limit,
        [FromQuery] string? after)
    {
        using var deadline = Deadline.Of(context);
        var read = await PageRequest.ReadAsync(request, "/photos", (limit, after), cursors, deadline.Token);
        if (!read.Is(out var page, out var problem))
            return Respond.With(problem, request);

        var position = page.After is { } text ? PhotoCursor.Parse(text) : null;
        var listed = await library.ListAsync(page.Owner, position, page.Limit, deadline.Token);
        var next = await page.NextAsync(cursors, listed.Next, deadline.Token);
        var items = await presenter.ViewAsync(listed.Photos, deadline.Token);
        return Respond.WithPage(new PhotoPageView(items, next), page.LinkTo(next));
    }

    /// <summary>One photo, with links to its bytes.</summary>
    /// <remarks>Photos in the trash are shown too; their <c>state</c> says so.</remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <header name="if-none-match">The tags of answers that the caller has.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo.
    /// <header name="etag">Changes with the photo, and before its links grow old.</header></response>
    /// <response code="304">The caller has it already, with links that are still good.
    /// <header name="etag">The tag that matched.</header></response>
    /// <response code="404">The caller has no such photo.</response>
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

    /// <summary>Moves a photo to the trash.</summary>
    /// <remarks>Doing it twice is the same as doing it once.</remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <header name="if-match">The tag of the photo that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo, and when the trash will let go of it.
    /// <header name="etag">The photo's new tag.</header></response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409"><c>busy</c>: others are changing the photo right now.</response>
    /// <response code="412">The photo has changed since the caller saw it.</response>
    [LambdaFunction(ResourceName = "DeletePhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Delete, "/photos/{id}")]
    public Task<IHttpResult> DeletePhoto(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        ChangeAsync(request, context, id, library.TrashAsync);

    /// <summary>Takes a photo back from the trash.</summary>
    /// <remarks>Doing it twice is the same as doing it once.</remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <header name="if-match">The tag of the photo that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo, back in the library.
    /// <header name="etag">The photo's new tag.</header></response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409"><c>busy</c>: others are changing the photo right now.</response>
    /// <response code="412">The photo has changed since the caller saw it.</response>
    [LambdaFunction(ResourceName = "RestorePhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/photos/{id}/restore")]
    public Task<IHttpResult> RestorePhoto(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        ChangeAsync(request, context, id, library.RestoreAsync);

    private async Task<IHttpResult> ChangeAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Func<OwnerId, PhotoId, ExpectedVersion, CancellationToken, Task<Outcome<Photo>>> change)
    {
        if (!PhotoRoute.Id(id).Is(out var photoId, out var problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var changed = await change(Caller.Of(request), photoId, EntityTag.Expected(request), deadline.Token);
        return changed.Is(out var photo, out problem)
            ? await presenter.ShowAsync(photo, HttpStatusCode.OK, deadline.Token)
            : Respond.With(problem, request);
    }
}
