using Microsoft.AspNetCore.Http;

namespace Lambda.Local;

/// <summary>Ends the connection of a client that asked whether to send its body, and was answered without it.</summary>
/// <remarks>
/// After such a question (<c>Expect: 100-continue</c>) the client may send its body all the same, or its next request.
/// The server would take either for the body.
/// </remarks>
internal static class AskingClient
{
    public static void Watch(HttpContext context)
    {
        if (context.Request.Headers.Expect.Count > 0)
            context.Response.OnStarting(EndIfUnread, context);
    }

    // Whatever takes a body reads all of it before it answers that all is well.
    private static Task EndIfUnread(object state)
    {
        var context = (HttpContext)state;
        var method = context.Request.Method;
        var takesBodies = HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method);
        if (!takesBodies || context.Response.StatusCode >= StatusCodes.Status300MultipleChoices)
            context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
