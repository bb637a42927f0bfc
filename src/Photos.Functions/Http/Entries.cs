using System.Net;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Requests to books or to to-dos of the caller: what is the same whatever stands in them.</summary>
/// <typeparam name="T">One of them, as it can be shown.</typeparam>
/// <param name="What">It as a word.</param>
/// <param name="Path">Where they are: <c>/books</c>.</param>
/// <param name="View">What clients see of it.</param>
/// <param name="TagOf">Its tag.</param>
internal sealed record Entries<T>(string What, string Path, Func<T, object> View, Func<T, string> TagOf)
    where T : notnull
{
    /// <summary>Adds one, however often the request is repeated.</summary>
    public async Task<IHttpResult> AddAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        Once once,
        Func<OwnerId, EntryId, CancellationToken, Task<Outcome<T>>> add)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return await once.RunAsync(request, AddAsync, keep: null, deadline.Token);

        async Task<IHttpResult> AddAsync(EntryId id) =>
            (await add(owner, id, deadline.Token)).Is(out var added, out var refusal)
                ? Show(added, HttpStatusCode.Created).AddHeader("location", $"{Path}/{id}")
                : Respond.With(refusal, request);
    }

    /// <summary>Shows one.</summary>
    public async Task<IHttpResult> FindAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Func<OwnerId, EntryId, CancellationToken, Task<Outcome<T>>> find)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem) || !IdOf(id).Is(out var entry, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return (await find(owner, entry, deadline.Token)).Is(out var found, out problem)
            ? Respond.With(View(found), TagOf(found), request)
            : Respond.With(problem, request);
    }

    /// <summary>Changes one, if it is a version that the caller expects.</summary>
    public async Task<IHttpResult> ChangeAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Outcome<ExpectedVersion> match,
        Func<OwnerId, EntryId, ExpectedVersion, CancellationToken, Task<Outcome<T>>> change)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !IdOf(id).Is(out var entry, out problem)
            || !match.Is(out var expected, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return (await change(owner, entry, expected, deadline.Token)).Is(out var changed, out problem)
            ? Show(changed, HttpStatusCode.OK)
            : Respond.With(problem, request);
    }

    /// <summary>Removes one, if it is a version that the caller expects.</summary>
    public async Task<IHttpResult> RemoveAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string id,
        Outcome<ExpectedVersion> match,
        Func<OwnerId, EntryId, ExpectedVersion, CancellationToken, Task<Problem?>> remove)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !IdOf(id).Is(out var entry, out problem)
            || !match.Is(out var expected, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        return await remove(owner, entry, expected, deadline.Token) is { } refusal
            ? Respond.With(refusal, request)
            : Respond.Gone();
    }

    private IHttpResult Show(T entry, HttpStatusCode status) =>
        Respond.With(status, View(entry)).AddHeader("etag", TagOf(entry));

    // What cannot be an id names nothing, so the answer is that of an unknown one.
    private Outcome<EntryId> IdOf(string text) => EntryId.TryParse(text, out var id) ? id : Problem.Missing(What);
}
