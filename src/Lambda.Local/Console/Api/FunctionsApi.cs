using System.Text.Json;
using Lambda.Local.Console.Access;
using Lambda.Local.Console.Faults;
using Lambda.Local.Console.History;
using Lambda.Local.HttpApi;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>The functions with their counts, events for them by hand, and how they are to misbehave.</summary>
internal sealed class FunctionsApi(FunctionList functions, Journal journal, FaultBoard faults, Sender sender)
{
    private static readonly ConsoleRefusal Missing = new(
        StatusCodes.Status404NotFound, "There is no such function here; GET /_local/api/functions lists them all.");

    public async Task<ConsoleRefusal?> ListAsync(HttpContext context)
    {
        await ConsoleJson.WriteListAsync(context, "functions", functions.All, (json, function) =>
            FunctionJson.Write(json, function, journal.TallyOf(function.LogicalId), faults.Find(function.LogicalId)));
        return null;
    }

    public async Task<ConsoleRefusal?> SendAsync(HttpContext context, string name)
    {
        if (functions.Find(name) is null)
            return Missing;

        using var body = await RequestBody.ReadAsync(context.Request);
        if (body is null)
            return new(StatusCodes.Status413PayloadTooLarge, "No function takes an event of more than 6 MB.");
        if (!IsJson(body.Written))
            return ConsoleAnswers.Wrong("The body is the event for the function, and has to be JSON.");

        await sender.SendAsync(
            context, name, body.Written.ToArray(), journal.Begin(EntryKind.Sent, null, name));
        return null;
    }

    public async Task<ConsoleRefusal?> SetFaultAsync(HttpContext context, string name)
    {
        if (functions.Find(name) is null)
            return Missing;

        using var body = await RequestBody.ReadAsync(context.Request);
        if (body is null || FaultJson.Read(body.Written) is not { } fault)
            return ConsoleAnswers.Wrong(FaultJson.Grammar);

        faults.Set(name, fault);
        return await ConsoleAnswers.DoneAsync(context);
    }

    public Task<ConsoleRefusal?> ClearFaultAsync(HttpContext context, string name)
    {
        if (functions.Find(name) is null)
            return Task.FromResult<ConsoleRefusal?>(Missing);

        faults.Set(name, null);
        return ConsoleAnswers.DoneAsync(context);
    }

    public Task<ConsoleRefusal?> ClearFaultsAsync(HttpContext context)
    {
        faults.Clear();
        return ConsoleAnswers.DoneAsync(context);
    }

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var _ = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
