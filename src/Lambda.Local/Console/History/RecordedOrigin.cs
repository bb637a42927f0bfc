using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.Console.History;

/// <summary>Writes into the journal what the sign-in or the object store is asked.</summary>
/// <remarks>
/// Preflights are left out, and objects that are only read, unless they are refused: the thumbnails of one page would
/// push everything else away.
/// </remarks>
internal sealed class RecordedOrigin(Journal journal, EntryKind kind, RequestDelegate answer)
{
    public async Task RunAsync(HttpContext context)
    {
        // From the target as it came: whoever answers may take the path apart.
        var about = TitleOf(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var (method, start) = (context.Request.Method, journal.Now());
        var entry = IsLeftOut(method) ? null : journal.Begin(kind, method, about);
        var isComplete = false;
        try
        {
            await answer(context);
            isComplete = true;
        }
        finally
        {
            var status = isComplete ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
            if (status >= StatusCodes.Status400BadRequest)
                entry ??= journal.Begin(kind, method, about, start: start);
            if (entry is not null)
                End(entry, context, status);
        }
    }

    private bool IsLeftOut(string method) => HttpMethods.IsOptions(method)
        || (kind is EntryKind.ObjectStore && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)));

    // What S3 is asked of an object beside its bytes is a word alone in the query: ?tagging, ?uploads, ?delete.
    private static string TitleOf(string target)
    {
        if (target.Split('?', 2) is not [var path, var query])
            return target;

        var word = query.Split('&').Select(part => part.TrimEnd('=')).FirstOrDefault(part => !part.Contains('='));
        return string.IsNullOrEmpty(word) ? path : $"{path} ({word})";
    }

    private static void End(Entry entry, HttpContext context, int status)
    {
        entry.Explained(context.Features.Get<ProblemText>());
        if (context.RequestAborted.IsCancellationRequested)
            entry.Abandoned();
        entry.End(status);
    }
}
