using Microsoft.AspNetCore.Http;

namespace Lambda.Local;

/// <summary>Ends the connection of a client that asked whether to send its body, and was answered without it.</summary>
/// <remarks>
/// After such a question (<c>Expect: 100-continue</c>) the client may send its body all the same, or its next request.
/// The server would take either for the body.
/// </remarks>
internal static class AskingClient
{
    private static readonly object Asked = new();

    public static void Watch(HttpContext context)
    {
        if (IsAsking(context))
            context.Response.OnStarting(EndUnlessTold, context);
    }

    /// <summary>For whoever reads a body: with its first byte the server tells the client to send it.</summary>
    public static void Tell(HttpContext context)
    {
        if (IsAsking(context))
            context.Items[Asked] = Asked;
    }

    private static bool IsAsking(HttpContext context) => context.Request.Headers.Expect.Count > 0;

    private static Task EndUnlessTold(object state)
    {
        var context = (HttpContext)state;
        if (!context.Items.ContainsKey(Asked))
            context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
