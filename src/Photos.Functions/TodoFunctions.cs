using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Todos;
using Photos.Functions.Http;
using Photos.Functions.Requests;
using Photos.Functions.Views;
using Photos.Outcomes;

namespace Photos.Functions;

/// <summary>The <c>/todos</c> resource: the shot list of the caller.</summary>
public sealed class TodoFunctions(TodoShelf shelf, Cursors cursors, Once once)
{
    private static readonly Entries<ShownTodo> Todos = new("to-do", "/todos", TodoView.Of, TodoView.TagOf);

    /// <summary>A page of the caller's to-dos, first due first; what is due on no day comes last.</summary>
    /// <remarks>A page is shorter than its limit only when it is the last; follow <c>next</c> to there.</remarks>
    /// <param name="done" type="boolean">Only those that are done, or are not; all when left out.</param>
    /// <param name="limit" type="integer" minimum="1" maximum="200" default="50">
    /// How many to-dos; a number outside of these bounds is brought into them.
    /// </param>
    /// <param name="after">Where the page starts: what <c>next</c> of the page before said.</param>
    /// <response code="200"><see cref="TodoListView"/> The to-dos.
    /// <header name="link">The next page's address, as <c>rel="next"</c>; not on the last page.</header></response>
    /// <response code="400">
    /// The limit is no number, or <c>done</c> neither true nor false. <c>invalid-cursor</c>: no page of this list ended
    /// at <c>after</c> in the last day.
    /// </response>
    [LambdaFunction(ResourceName = "ListTodos", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/todos")]
    public async Task<IHttpResult> ListTodos(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        [FromQuery] string? done,
        [FromQuery] string? limit,
        [FromQuery] string? after)
    {
        bool? state = done switch { "true" => true, "false" => false, _ => null };
        if (done is not (null or "true" or "false"))
            return Respond.With(Problem.Invalid("done", "Say true or false, or leave it out for all."), request);

        using var deadline = Deadline.Of(context);
        var read = await PageRequest.ReadAsync(request, "/todos", (limit, after), cursors, deadline.Token);
        if (!read.Is(out var page, out var problem))
            return Respond.With(problem, request);

        var position = page.After is { } text ? TodoCursor.Parse(text) : null;
        var listed = await shelf.ListAsync(page.Owner, state, position, page.Limit, deadline.Token);
        var next = await page.NextAsync(cursors, listed.Next, deadline.Token);
        return Respond.WithPage(new TodoListView([.. listed.Todos.Select(TodoView.Of)], next), page.LinkTo(next));
    }

    /// <summary>Makes a to-do.</summary>
    /// <param name="request"><see cref="NewTodo"/> The to-do.</param>
    /// <header name="idempotency-key">A name for this request: sent again, it has no second effect.</header>
    /// <response code="201"><see cref="TodoView"/> The to-do.
    /// <header name="etag">The to-do's tag.</header>
    /// <header name="location">The to-do's address.</header></response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such photo.</response>
    /// <response code="409"><c>in-progress</c>: the same request is being answered right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="413">A request has at most 256 KB.</response>
    /// <response code="422"><c>idempotency-key-reused</c>: another request had the same key.</response>
    [LambdaFunction(ResourceName = "CreateTodo", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Post, "/todos")]
    public async Task<IHttpResult> CreateTodo(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        RequestBody.Read(request, PhotosJson.Default.NewTodo).Is(out var body, out var problem)
        && body.Check().Is(out var content, out problem)
            ? await Todos.AddAsync(
                request, context, once, (owner, id, ct) => shelf.AddAsync(owner, id, content, ct))
            : Respond.With(problem, request);

    /// <summary>One to-do.</summary>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The to-do's id, a ULID.</param>
    /// <header name="if-none-match">The tags of answers that the caller has.</header>
    /// <response code="200"><see cref="TodoView"/> The to-do.
    /// <header name="etag">Changes with the to-do, and when its photo is gone for good.</header></response>
    /// <response code="304">The caller has it already.
    /// <header name="etag">The tag that matched.</header></response>
    /// <response code="404">The caller has no such to-do.</response>
    [LambdaFunction(ResourceName = "GetTodo", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/todos/{id}")]
    public Task<IHttpResult> GetTodo(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        Todos.FindAsync(request, context, id, shelf.FindAsync);

    /// <summary>Replaces a whole to-do.</summary>
    /// <remarks>What is left out is empty. A photo makes it done, unless <c>done</c> says otherwise.</remarks>
    /// <param name="request"><see cref="NewTodo"/> The to-do.</param>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The to-do's id, a ULID.</param>
    /// <header name="if-match">The tag of the to-do that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="TodoView"/> The to-do.
    /// <header name="etag">The to-do's new tag.</header></response>
    /// <response code="400">A member is missing, not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such to-do, or no such photo.</response>
    /// <response code="409"><c>busy</c>: others are changing the to-do right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="412">The to-do has changed since the caller saw it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    [LambdaFunction(ResourceName = "ReplaceTodo", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Put, "/todos/{id}")]
    public async Task<IHttpResult> ReplaceTodo(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        RequestBody.Read(request, PhotosJson.Default.NewTodo).Is(out var body, out var problem)
        && body.Check().Is(out var content, out problem)
            ? await ChangeAsync(request, context, id, _ => content)
            : Respond.With(problem, request);

    /// <summary>Changes some of a to-do.</summary>
    /// <remarks>
    /// A merge patch (RFC 7396): what is left out stays, what is null goes. A photo makes it done, unless <c>done</c>
    /// says otherwise.
    /// </remarks>
    /// <param name="request"><see cref="TodoPatch"/> What to change.</param>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The to-do's id, a ULID.</param>
    /// <header name="if-match">The tag of the to-do that the caller saw; any when left out.</header>
    /// <response code="200"><see cref="TodoView"/> The to-do.
    /// <header name="etag">The to-do's new tag.</header></response>
    /// <response code="400">A member is not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="404">The caller has no such to-do, or no such photo.</response>
    /// <response code="409"><c>busy</c>: others are changing the to-do right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="412">The to-do has changed since the caller saw it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    [LambdaFunction(ResourceName = "ChangeTodo", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Patch, "/todos/{id}")]
    public async Task<IHttpResult> ChangeTodo(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        RequestBody.Read(request, PhotosJson.Default.TodoPatch).Is(out var patch, out var problem)
            ? await ChangeAsync(request, context, id, patch.Apply)
            : Respond.With(problem, request);

    /// <summary>Removes a to-do, for good.</summary>
    /// <remarks>Its photo stays in the library.</remarks>
    /// <param name="id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">The to-do's id, a ULID.</param>
    /// <header name="if-match">The tag of the to-do that the caller saw; any when left out.</header>
    /// <response code="204">It is gone.</response>
    /// <response code="404">The caller has no such to-do.</response>
    /// <response code="409"><c>busy</c>: others are changing the to-do right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="412">The to-do has changed since the caller saw it.</response>
    [LambdaFunction(ResourceName = "DeleteTodo", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Delete, "/todos/{id}")]
    public Task<IHttpResult> DeleteTodo(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, string id) =>
        Todos.RemoveAsync(request, context, id, EntityTag.Expected(request), shelf.RemoveAsync);

    private Task<IHttpResult> ChangeAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Func<TodoContent, Outcome<TodoContent>> change) => Todos.ChangeAsync(
            request,
            context,
            id,
            EntityTag.Expected(request),
            (owner, entry, expected, ct) => shelf.ChangeAsync(owner, entry, expected, change, ct));
}
