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

/// <summary>Photos that are in the library: looking at them, and saying something of them.</summary>
public sealed class PhotoFunctions(PhotoLibrary library, PhotoPresenter presenter, Cursors cursors)
{
    /// <summary>A page of the library, newest taken first.</summary>
    /// <remarks>
    /// What is in the trash is listed by <c>state=trashed</c>, and only so. A page is shorter than its limit only when
    /// it is the last; follow <c>next</c>, or the link, until there is none.
    /// </remarks>
    /// <param name="limit" type="integer" minimum="1" maximum="200" default="50">
    /// How many photos; a number outside of these bounds is brought into them.
    /// </param>
    /// <param name="after">Where the page starts: what <c>next</c> of the page before said.</param>
    /// <param name="favourite" enum="true">Favourites only. Not together with a tag.</param>
    /// <param name="tag">Only photos with this tag.</param>
    /// <param name="from" example="2015-04-10">Taken then or later: a day, or a day and a time.</param>
    /// <param name="to" example="2015-04-12">Taken then or earlier: a day, which is meant whole, or a time.</param>
    /// <param name="state" enum="ready trashed" default="ready">
    /// The library, or its trash; the trash without other filters, the last that came there first.
    /// </param>
    /// <response code="200"><see cref="PhotoPageView"/> The page.
    /// <header name="link">The next page's address, as <c>rel="next"</c>; not on the last page.</header></response>
    /// <response code="400">
    /// A parameter is not of its form, or two filters cannot be asked for together. <c>invalid-cursor</c>: no page of
    /// this list ended at <c>after</c> in the last day.
    /// </response>
    [LambdaFunction(ResourceName = "ListPhotos", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/photos")]
    public async Task<IHttpResult> ListPhotos(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        [FromQuery] string? limit,
        [FromQuery] string? after,
        [FromQuery] string? favourite,
        [FromQuery] string? tag,
        [FromQuery] string? from,
        [FromQuery] string? to,
        [FromQuery] string? state)
    {
        using var deadline = Deadline.Of(context);
        var read = await PageRequest.ReadAsync(request, "/photos", (limit, after), cursors, deadline.Token);
        if (!read.Is(out var page, out var problem)
            || !FilterQuery.Read(favourite, tag, from, to, state).Is(out var filter, out problem))
            return Respond.With(problem, request);

        var position = page.After is { } text ? PhotoCursor.Parse(text) : null;
        var listed = await library.ListAsync(page.Owner, filter, position, page.Limit, deadline.Token);
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
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !PhotoRoute.Id(id).Is(out var photoId, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var found = await library.FindAsync(owner, photoId, deadline.Token);
        if (!found.Is(out var photo, out problem))
            return Respond.With(problem, request);

        var tag = presenter.TagOf(photo);
        return EntityTag.IsKnown(tag, request)
            ? Respond.NotModified(tag)
            : await presenter.ShowAsync(photo, HttpStatusCode.OK, deadline.Token);
    }

    /// <summary>Says something of a photo.</summary>
    /// <remarks>
    /// A JSON merge patch (RFC 7396): a member that is left out stays as it is, null takes it away. A new
    /// <c>takenAt</c> gives the photo another place in the library; null brings back what the file itself says.
    /// </remarks>
    /// <param name="request"><see cref="PhotoPatch"/> What is said.</param>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The photo's id, a ULID.</param>
    /// <header name="if-match">The tag of the photo that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="PhotoView"/> The photo.
    /// <header name="etag">The photo's new tag.</header></response>
    /// <response code="400">A member is not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409"><c>busy</c>: others are changing the photo right now.</response>
    /// <response code="412">The photo has changed since the caller saw it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    [LambdaFunction(ResourceName = "PatchPhoto", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Patch, "/photos/{id}")]
    public async Task<IHttpResult> PatchPhoto(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !PhotoRoute.Id(id).Is(out var photoId, out problem)
            || !RequestBody.Read(request, PhotosJson.Default.PhotoPatch).Is(out var body, out problem)
            || !body.Check().Is(out var edit, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var edited = await library.EditAsync(
            owner, photoId, EntityTag.Expected(request), edit, deadline.Token);
        return edited.Is(out var photo, out problem)
            ? await presenter.ShowAsync(photo, HttpStatusCode.OK, deadline.Token)
            : Respond.With(problem, request);
    }
}
