using System.Text.Json;
using Lambda.Local.Console.Access;
using Lambda.Local.EventSources;
using Lambda.Local.EventSources.Schedules;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>The schedules of the template, and their events now instead of when they are due.</summary>
internal sealed class SchedulesApi(LocalEvents events)
{
    private static readonly ConsoleRefusal Missing = new(
        StatusCodes.Status404NotFound, "There is no such schedule; GET /_local/api/schedules lists them all.");

    public async Task<ConsoleRefusal?> ListAsync(HttpContext context)
    {
        await ConsoleJson.WriteListAsync(context, "schedules", events.Schedules, Write);
        return null;
    }

    public async Task<ConsoleRefusal?> SendAsync(HttpContext context, string id)
    {
        if (events.Schedules.FirstOrDefault(state => state.Schedule.Id == id) is not { Schedule: var schedule })
            return Missing;

        // What came of it is in the journal, like any event.
        await events.SendAsync(schedule);
        return await ConsoleAnswers.DoneAsync(context);
    }

    private static void Write(Utf8JsonWriter json, ScheduleState state)
    {
        var schedule = state.Schedule;
        json.WriteStartObject();
        json.WriteString("id", schedule.Id);
        json.WriteString("function", schedule.Function.LogicalId);
        json.WriteString("expression", schedule.Expression.Text);
        json.WriteBoolean("enabled", schedule.IsEnabled);
        if (state.Next is { } next)
            json.WriteString("next", next);
        json.WriteEndObject();
    }
}
