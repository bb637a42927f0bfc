using Lambda.Local.Console.Access;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>What the console's page, and <c>curl</c>, can ask for below <c>/_local/api</c>.</summary>
internal sealed class ConsoleApi(
    RequestsApi requests,
    FunctionsApi functions,
    RoutesApi routes,
    SchedulesApi schedules,
    AccountsApi accounts,
    ChangeStream changes)
{
    public static readonly ConsoleRefusal Unknown =
        new(StatusCodes.Status404NotFound, "The console has nothing at this address.");

    public async Task HandleAsync(HttpContext context, PathString resource)
    {
        var segments = (resource.Value ?? "").Trim('/').Split('/');
        if (await AnswerAsync(context, segments) is { } refusal)
            await ConsoleJson.RefuseAsync(context, refusal);
    }

    /// <returns>Null when the answer is complete.</returns>
    private Task<ConsoleRefusal?> AnswerAsync(HttpContext context, string[] segments) =>
        (Verb(context.Request), segments) switch
        {
            ("GET", ["changes"]) => changes.SendAsync(context),
            ("GET", ["requests"]) => requests.ListAsync(context),
            ("DELETE", ["requests"]) => requests.ClearAsync(context),
            ("GET", ["requests", var id]) => requests.ShowAsync(context, id),
            ("POST", ["requests", var id, "replay"]) => requests.ReplayAsync(context, id),
            ("GET", ["routes"]) => routes.ListAsync(context),
            ("GET", ["functions"]) => functions.ListAsync(context),
            ("POST", ["functions", var name, "events"]) => functions.SendAsync(context, name),
            ("PUT", ["functions", var name, "fault"]) => functions.SetFaultAsync(context, name),
            ("DELETE", ["functions", var name, "fault"]) => functions.ClearFaultAsync(context, name),
            ("DELETE", ["faults"]) => functions.ClearFaultsAsync(context),
            ("GET", ["schedules"]) => schedules.ListAsync(context),
            ("POST", ["schedules", var id]) => schedules.SendAsync(context, id),
            ("GET", ["accounts"]) => accounts.ListAsync(context),
            ("GET", ["accounts", var id, "records"]) => accounts.RecordsAsync(context, id),
            ("GET", ["accounts", var id, "files"]) => accounts.FilesAsync(context, id),
            _ => Task.FromResult<ConsoleRefusal?>(Unknown),
        };

    private static string Verb(HttpRequest request) => HttpMethods.IsHead(request.Method) ? "GET" : request.Method;
}
