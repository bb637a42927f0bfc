using System.Globalization;
using Lambda.Local.Console.Access;
using Lambda.Local.Console.History;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>The last requests and events, one of them with all that is known, and once more.</summary>
internal sealed class RequestsApi(Journal journal, Sender sender)
{
    private static readonly ConsoleRefusal Forgotten = new(
        StatusCodes.Status404NotFound, $"This is not among the last {Journal.Capacity} that the console remembers.");

    private static readonly ConsoleRefusal NotKept = new(
        StatusCodes.Status409Conflict,
        $"There is no event to repeat: none reached a function, or it had more than {Entry.MaxEvent / 1024} kB.");

    public async Task<ConsoleRefusal?> ListAsync(HttpContext context)
    {
        await ConsoleJson.WriteListAsync(
            context, "requests", journal.Last(Paging.Limit(context.Request, Journal.Capacity)), EntryJson.Write);
        return null;
    }

    public Task<ConsoleRefusal?> ClearAsync(HttpContext context)
    {
        journal.Clear();
        return ConsoleAnswers.DoneAsync(context);
    }

    public async Task<ConsoleRefusal?> ShowAsync(HttpContext context, string id)
    {
        if (Find(id) is not { } entry)
            return Forgotten;

        await ConsoleJson.WriteAsync(context, json => EntryJson.WriteWhole(json, entry));
        return null;
    }

    /// <summary>
    /// The same event for the same function, which alone answers, whatever the request's token is worth by now.
    /// </summary>
    public async Task<ConsoleRefusal?> ReplayAsync(HttpContext context, string id)
    {
        if (Find(id) is not { } entry)
            return Forgotten;
        if (entry.Function is not { } function || entry.CopyEvent() is not { } payload)
            return NotKept;

        var again = journal.Begin(EntryKind.Replay, entry.Method, entry.Path, entry.Id);
        if (entry.Route is { } route)
            again.Matched(route);
        await sender.SendAsync(context, function, payload, again);
        return null;
    }

    private Entry? Find(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? journal.Find(number)
            : null;
}
