using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Books;
using Photos.Functions.Http;
using Photos.Functions.Requests;
using Photos.Functions.Views;
using Photos.Outcomes;

namespace Photos.Functions;

/// <summary>The <c>/books</c> resource: photo books, whose pages show photos of the caller.</summary>
public sealed class BookFunctions(BookShelf shelf, Cursors cursors, Once once)
{
    private static readonly Entries<ShownBook> Books = new("book", "/books", BookView.Of, BookView.TagOf);

    /// <summary>A page of the caller's books, newest first.</summary>
    /// <remarks>A page is shorter than its limit only when it is the last; follow <c>next</c> to there.</remarks>
    /// <param name="limit" type="integer" minimum="1" maximum="200" default="50">
    /// How many books; a number outside of these bounds is brought into them.
    /// </param>
    /// <param name="after">Where the page starts: what <c>next</c> of the page before said.</param>
    /// <response code="200"><see cref="BookListView"/> The books, without their pages.
    /// <header name="link">The next page's address, as <c>rel="next"</c>; not on the last page.</header></response>
    /// <response code="400">
    /// The limit is no number. <c>invalid-cursor</c>: no page of this list ended at <c>after</c> in the last day.
    /// </response>
    [LambdaFunction(ResourceName = "ListBooks", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/books")]
    public async Task<IHttpResult> ListBooks(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        [FromQuery] string? limit,
        [FromQuery] string? after)
    {
        using var deadline = Deadline.Of(context);
        var read = await PageRequest.ReadAsync(request, "/books", (limit, after), cursors, deadline.Token);
        if (!read.Is(out var page, out var problem))
            return Respond.With(problem, request);

        var position = page.After is { } text ? EntryId.Stored(text) : null;
        var listed = await shelf.ListAsync(page.Owner, position, page.Limit, deadline.Token);
        var next = await page.NextAsync(cursors, listed.Next, deadline.Token);
        return Respond.WithPage(
            new BookListView([.. listed.Books.Select(BookCoverView.Of)], next), page.LinkTo(next));
    }

    /// <summary>Makes a book.</summary>
    /// <param name="request"><see cref="NewBook"/> The book.</param>
    /// <header name="idempotency-key">A name for this request: sent again, it has no second effect.</header>
    /// <response code="201"><see cref="BookView"/> The book.
    /// <header name="etag">The book's tag.</header>
    /// <header name="location">The book's address.</header></response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such photo; <c>errors</c> names the page.</response>
    /// <response code="409"><c>in-progress</c>: the same request is being answered right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="413">A request has at most 256 KB.</response>
    /// <response code="422"><c>idempotency-key-reused</c>: another request had the same key.</response>
    [LambdaFunction(ResourceName = "CreateBook", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/books")]
    public async Task<IHttpResult> CreateBook(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        RequestBody.Read(request, PhotosJson.Default.NewBook).Is(out var body, out var problem)
        && body.Check().Is(out var content, out problem)
            ? await Books.AddAsync(
                request, context, once, (owner, id, ct) => shelf.AddAsync(owner, id, content, ct))
            : Respond.With(problem, request);

    /// <summary>One book, with its pages.</summary>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The book's id, a ULID.</param>
    /// <header name="if-none-match">The tags of answers that the caller has.</header>
    /// <response code="200"><see cref="BookView"/> The book.
    /// <header name="etag">Changes with the book, and when a photo in it is gone for good.</header></response>
    /// <response code="304">The caller has it already.
    /// <header name="etag">The tag that matched.</header></response>
    /// <response code="404">The caller has no such book.</response>
    [LambdaFunction(ResourceName = "GetBook", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/books/{id}")]
    public Task<IHttpResult> GetBook(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        Books.FindAsync(request, context, id, shelf.FindAsync);

    /// <summary>Replaces a whole book.</summary>
    /// <remarks>Pages of photos that are gone for good leave the book on this occasion.</remarks>
    /// <param name="request"><see cref="NewBook"/> The book.</param>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The book's id, a ULID.</param>
    /// <header name="if-match">The tag of the book that the caller saw, or <c>*</c>.</header>
    /// <response code="200"><see cref="BookView"/> The book.
    /// <header name="etag">The book's new tag.</header></response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such book or photo; <c>errors</c> names the photo's page.</response>
    /// <response code="409"><c>busy</c>: others are changing the book right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="412">The book has changed since the caller saw it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    /// <response code="428">The caller did not say what they saw.</response>
    [LambdaFunction(ResourceName = "ReplaceBook", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Put, "/books/{id}")]
    public async Task<IHttpResult> ReplaceBook(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        RequestBody.Read(request, PhotosJson.Default.NewBook).Is(out var body, out var problem)
        && body.Check().Is(out var content, out problem)
            ? await ChangeAsync(request, context, id, _ => content)
            : Respond.With(problem, request);

    /// <summary>Changes some of a book.</summary>
    /// <remarks>
    /// A merge patch (RFC 7396): what is left out stays, what is null goes. Pages of photos that are gone for good
    /// leave the book on this occasion.
    /// </remarks>
    /// <param name="request"><see cref="BookPatch"/> What to change.</param>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The book's id, a ULID.</param>
    /// <header name="if-match">The tag of the book that the caller saw, or <c>*</c>.</header>
    /// <response code="200"><see cref="BookView"/> The book.
    /// <header name="etag">The book's new tag.</header></response>
    /// <response code="400">A member is not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such book or photo; <c>errors</c> names the photo's page.</response>
    /// <response code="409"><c>busy</c>: others are changing the book right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="412">The book has changed since the caller saw it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    /// <response code="428">The caller did not say what they saw.</response>
    [LambdaFunction(ResourceName = "ChangeBook", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Patch, "/books/{id}")]
    public async Task<IHttpResult> ChangeBook(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        RequestBody.Read(request, PhotosJson.Default.BookPatch).Is(out var patch, out var problem)
            ? await ChangeAsync(request, context, id, patch.Apply)
            : Respond.With(problem, request);

    /// <summary>Removes a book, for good.</summary>
    /// <remarks>Its photos stay in the library.</remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The book's id, a ULID.</param>
    /// <header name="if-match">The tag of the book that the caller saw, or <c>*</c>.</header>
    /// <response code="204">It is gone.</response>
    /// <response code="404">The caller has no such book.</response>
    /// <response code="409"><c>busy</c>: others are changing the book right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="412">The book has changed since the caller saw it.</response>
    /// <response code="428">The caller did not say what they saw.</response>
    [LambdaFunction(ResourceName = "DeleteBook", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Delete, "/books/{id}")]
    public Task<IHttpResult> DeleteBook(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        Books.RemoveAsync(request, context, id, EntityTag.Required(request), shelf.RemoveAsync);

    private Task<IHttpResult> ChangeAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Func<BookContent, Outcome<BookContent>> change) => Books.ChangeAsync(
            request,
            context,
            id,
            EntityTag.Required(request),
            (owner, entry, expected, ct) => shelf.ChangeAsync(owner, entry, expected, change, ct));
}
