using System.Text.Json;
using Lambda.Local.EventSources.Schedules;
using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Local.EventSources.Description;

/// <summary>Reads <c>Schedule</c> and <c>ScheduleV2</c> events.</summary>
internal static class ScheduleReader
{
    public const string OfRule = "Schedule";
    public const string OfScheduler = "ScheduleV2";

    /// <exception cref="TemplateException">It is none, or its input is no JSON.</exception>
    public static Schedule Read(Happening happening)
    {
        var properties = happening.Properties;
        var isOfScheduler = happening.Type is OfScheduler;
        var expression = properties[isOfScheduler ? "ScheduleExpression" : "Schedule"];
        var id = happening.Function.LogicalId + happening.Name;
        try
        {
            var schedule = new Schedule(
                id,
                happening.Function,
                isOfScheduler
                    ? ScheduleExpression.OfScheduler(expression.Text(), Zone(properties["ScheduleExpressionTimezone"]))
                    : ScheduleExpression.OfRule(expression.Text()),
                properties["Enabled"].FlagOr(true) && properties["State"].TextOr("ENABLED") is "ENABLED",
                properties["Input"].Exists ? properties["Input"].Text() : null)
            {
                IsOfScheduler = isOfScheduler,
                Name = properties["Name"].TextOr(id),
            };
            CheckInput(schedule, properties["Input"]);
            return schedule;
        }
        catch (FormatException reason)
        {
            throw new TemplateException($"{expression.Where}: {reason.Message}", reason);
        }
    }

    private static TimeZoneInfo Zone(TemplateValue name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name.TextOr("UTC"), out var zone)
            ? zone
            : throw new TemplateException($"{name.Where}: this machine knows no time zone {name.Text()}.");

    // Once it is filled in: the Scheduler's keywords may stand where no text may.
    private static void CheckInput(Schedule schedule, TemplateValue input)
    {
        try
        {
            using var document = JsonDocument.Parse(schedule.PayloadAt(DateTimeOffset.UnixEpoch, Guid.Empty));
        }
        catch (JsonException cause)
        {
            throw new TemplateException($"{input.Where} is no JSON: {cause.Message}", cause);
        }
    }
}
