using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Photos.Functions.Http;
using Photos.Functions.Views;
using Photos.Library;
using Photos.Users;

namespace Photos.Functions;

/// <summary>The <c>/users/me</c> resource: the caller, and how much they keep.</summary>
public sealed class UserFunctions(UserProfiles profiles, UsageMeter usage)
{
    /// <summary>The caller.</summary>
    /// <header name="if-none-match">The tags of answers that the caller has.</header>
    /// <response code="200"><see cref="UserView"/> The caller.
    /// <header name="etag">Changes with the name and with every count.</header></response>
    /// <response code="304">The caller has it already.
    /// <header name="etag">The tag that matched.</header></response>
    [LambdaFunction(ResourceName = "GetMe", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/users/me")]
    public async Task<IHttpResult> GetMe(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var profile = await profiles.FindAsync(owner, deadline.Token);
        var (view, tag) = await ViewAsync(profile, request, deadline.Token);
        return Respond.With(view, tag, request);
    }

    /// <summary>Changes what the caller says of themselves.</summary>
    /// <remarks>A merge patch (RFC 7396): what is left out stays, what is null goes.</remarks>
    /// <param name="request"><see cref="Requests.UserPatch"/> What to change.</param>
    /// <header name="if-match">The tag of what the caller saw; any when left out.</header>
    /// <response code="200"><see cref="UserView"/> The caller.
    /// <header name="etag">The new tag.</header></response>
    /// <response code="400">A member is not known or not of its form; <c>errors</c> names it.</response>
    /// <response code="409"><c>busy</c>: others are changing it right now.
    /// <header name="retry-after">In how many seconds to ask again.</header></response>
    /// <response code="412">It has changed since the caller saw it.</response>
    /// <response code="413">A request has at most 256 KB.</response>
    [LambdaFunction(ResourceName = "ChangeMe", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Patch, "/users/me")]
    public async Task<IHttpResult> ChangeMe(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !RequestBody.Read(request, PhotosJson.Default.UserPatch).Is(out var patch, out problem)
            || !patch.Check().Is(out var change, out problem))
            return Respond.With(problem, request);

        using var deadline = Deadline.Of(context);
        var renamed = await profiles.ChangeAsync(
            owner, EntityTag.Expected(request), change.IsSent, change.Name, deadline.Token);
        if (!renamed.Is(out var profile, out problem))
            return Respond.With(problem, request);

        var (view, tag) = await ViewAsync(profile, request, deadline.Token);
        return Respond.With(HttpStatusCode.OK, view).AddHeader("etag", tag);
    }

    private async Task<(UserView View, string Tag)> ViewAsync(
        UserProfile profile, APIGatewayHttpApiV2ProxyRequest request, CancellationToken ct)
    {
        var view = UserView.Of(profile, Caller.AccountOf(request), await usage.ReadAsync(profile.Owner, ct));
        return (view, view.TagOf(profile.Version));
    }
}
