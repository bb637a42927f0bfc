using System.Net;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Photos.Functions.Views;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Where outcomes become HTTP: a view as JSON, a problem as RFC 9457 problem details.</summary>
internal static class Respond
{
    // Nobody but the caller keeps it, and they ask whether it still is so.
    private const string Fresh = "private, no-cache";

    /// <summary>JSON for the caller.</summary>
    public static IHttpResult With(HttpStatusCode status, object view) =>
        HttpResults.NewResult(status, view).AddHeader("cache-control", Fresh);

    /// <summary>An entity under its tag, or the word that the caller has it already.</summary>
    public static IHttpResult With(object view, string tag, APIGatewayHttpApiV2ProxyRequest request) =>
        EntityTag.IsKnown(tag, request) ? NotModified(tag) : With(HttpStatusCode.OK, view).AddHeader("etag", tag);

    /// <summary>One page, with the next one's address for programs that follow links.</summary>
    public static IHttpResult WithPage(object view, string? next) => next is null
        ? With(HttpStatusCode.OK, view)
        : With(HttpStatusCode.OK, view).AddHeader("link", $"<{next}>; rel=\"next\"");

    /// <summary>The caller has it already.</summary>
    public static IHttpResult NotModified(string tag) => HttpResults.NewResult(HttpStatusCode.NotModified)
        .AddHeader("cache-control", Fresh)
        .AddHeader("etag", tag);

    /// <summary>Done, and nothing is left to show.</summary>
    public static IHttpResult Gone() =>
        HttpResults.NewResult(HttpStatusCode.NoContent).AddHeader("cache-control", Fresh);

    /// <summary>A refusal, with the id under which the logs know the request.</summary>
    public static IHttpResult With(Problem problem, APIGatewayHttpApiV2ProxyRequest request)
    {
        var (status, title) = Describe(problem.Kind);
        var view = new ProblemView(
            $"/problems/{problem.Code}",
            title,
            (int)status,
            problem.Detail,
            problem.Code,
            request.RequestContext?.RequestId,
            problem.Errors is [] ? null : problem.Errors);

        var answer = HttpResults.NewResult(status, view)
            .AddHeader("content-type", "application/problem+json")
            .AddHeader("cache-control", Fresh);

        return problem.RetryAfter is { } wait
            ? answer.AddHeader("retry-after", $"{Math.Ceiling(wait.TotalSeconds):0}")
            : answer;
    }

    /// <summary>The status of a refusal that stands among other results.</summary>
    public static int StatusOf(Problem problem) => (int)Describe(problem.Kind).Status;

    // No default arm: adding a ProblemKind without a status is a build error (CS8509).
    private static (HttpStatusCode Status, string Title) Describe(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => (HttpStatusCode.BadRequest, "That request cannot be understood"),
        ProblemKind.Forbidden => (HttpStatusCode.Forbidden, "Not for you"),
        ProblemKind.Missing => (HttpStatusCode.NotFound, "Not found"),
        ProblemKind.Conflict => (HttpStatusCode.Conflict, "Not now"),
        ProblemKind.Changed => (HttpStatusCode.PreconditionFailed, "It has changed"),
        ProblemKind.Unconditional => (HttpStatusCode.PreconditionRequired, "Say which version you saw"),
        ProblemKind.Contradiction => (HttpStatusCode.UnprocessableEntity, "That contradicts an earlier request"),
        ProblemKind.TooLarge => (HttpStatusCode.RequestEntityTooLarge, "Too large"),
        ProblemKind.UnsupportedType => (HttpStatusCode.UnsupportedMediaType, "Not a kind of file the library keeps"),
    };
}
