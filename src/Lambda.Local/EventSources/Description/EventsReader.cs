using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Local.EventSources.Description;

/// <summary>Reads every event of a template that is no request.</summary>
internal static class EventsReader
{
    private static readonly string[] Requests = ["HttpApi", "Api"];

    /// <exception cref="TemplateException">One of them cannot be understood.</exception>
    public static EventsDescription Read(TemplateDocument template)
    {
        var functions = new FunctionReader(template);
        Happening[] happenings = [.. functions.Happenings()];
        return new EventsDescription(
            [.. template.Resources(FunctionReader.Type).Select(functions.Read)],
            new ObjectRuleReader(template, functions).Read(),
            [.. happenings.Where(IsSchedule).Select(ScheduleReader.Read)],
            [
                .. happenings
                    .Where(happening => !IsSchedule(happening) && happening.Type is not "S3")
                    .Where(happening => !Requests.Contains(happening.Type))
                    .Select(happening => new UnfedEvent(happening.Function, happening.Type)),
            ]);
    }

    private static bool IsSchedule(Happening happening) =>
        happening.Type is ScheduleReader.OfRule or ScheduleReader.OfScheduler;
}
