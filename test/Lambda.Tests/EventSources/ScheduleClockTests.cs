using System.Text.Json;
using Lambda.Local.EventSources.Description;
using Lambda.Local.EventSources.Schedules;
using Lambda.Template.Values;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lambda.Tests.EventSources;

public sealed class ScheduleClockTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Parameters = new() { ["SiteOrigin"] = "http://localhost" };

    private readonly DeliveryHost _host = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _memory = Path.Combine(Path.GetTempPath(), $"schedules-{Guid.CreateVersion7():N}.json");

    private ScheduleClock _schedules = null!;

    public ValueTask InitializeAsync()
    {
        _host.Delivery.Begin();
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _host.DisposeAsync();
        _stopping.Dispose();
        File.Delete(_memory);
        File.Delete($"{_memory}.lock");
    }

    [Fact]
    public async Task A_rate_counts_from_the_first_start_and_keeps_its_rhythm()
    {
        Start(EventTemplate.Schedule("rate(2 minutes)"));

        // It looks at the clock every minute, for a machine may have slept.
        for (var minute = 1; minute <= 4; minute++)
        {
            await _host.Clock.WaitedForAsync(minute);
            _host.Clock.Move(TimeSpan.FromMinutes(1));
        }

        await _host.Functions.Calls.UntilAsync(2);
        Assert.Equal(["2026-11-21T09:02:00Z", "2026-11-21T09:04:00Z"], Times());
    }

    [Fact]
    public async Task An_event_has_the_shape_that_eventbridge_gives_it()
    {
        Start(EventTemplate.Schedule("cron(1 9 * * ? *)"));

        await NextMinuteAsync(1);

        var sent = await CallAsync(1);
        Assert.Equal(
            ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"],
            sent.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Scheduled Event", sent.GetProperty("detail-type").GetString());
        Assert.Equal("aws.events", sent.GetProperty("source").GetString());
        Assert.Equal("2026-11-21T09:01:00Z", sent.GetProperty("time").GetString());
        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/FTick", sent.GetProperty("resources")[0].GetString());
        Assert.Equal("{}", sent.GetProperty("detail").GetRawText());
        Assert.True(sent.GetProperty("id").TryGetGuid(out _));
    }

    [Fact]
    public async Task The_scheduler_says_who_it_is_and_has_text_for_details()
    {
        Start(EventTemplate.Scheduler("rate(1 minute)", ", \"Name\": \"sweep\""));

        await NextMinuteAsync(1);

        var sent = await CallAsync(1);
        Assert.Equal("aws.scheduler", sent.GetProperty("source").GetString());
        Assert.Equal("{}", sent.GetProperty("detail").GetString());
        Assert.Equal(
            "arn:aws:scheduler:us-east-1:000000000000:schedule/default/sweep",
            sent.GetProperty("resources")[0].GetString());
    }

    [Fact]
    public async Task An_input_takes_the_place_of_the_event()
    {
        Start(EventTemplate.Schedule("rate(1 minute)", """, "Input": "{\"a\":[1]}" """));

        await NextMinuteAsync(1);

        Assert.Equal("""{"a":[1]}""", (await CallAsync(1)).GetRawText());
    }

    [Fact]
    public async Task The_schedulers_input_has_its_keywords_filled_in()
    {
        Start(EventTemplate.Scheduler(
            "rate(1 minute)",
            """, "Input": "{\"at\":\"<aws.scheduler.scheduled-time>\",\"n\":<aws.scheduler.attempt-number>}" """));

        await NextMinuteAsync(1);

        Assert.Equal("""{"at":"2026-11-21T09:01:00Z","n":1}""", (await CallAsync(1)).GetRawText());
    }

    [Fact]
    public async Task A_schedule_that_is_off_is_never_sent_and_never_due()
    {
        var clock = Start(
            EventTemplate.Schedule("rate(1 minute)", ", \"Enabled\": false"), EventTemplate.Schedule("rate(1 minute)"));

        await NextMinuteAsync(1);
        await CallAsync(1);

        Assert.Equal("G", Assert.Single(_host.Functions.Calls.Items).Function);
        Assert.Null(clock.NextOf(Read(EventTemplate.Schedule("rate(1 minute)", ", \"Enabled\": false"))[0]));
    }

    [Fact]
    public async Task What_came_due_while_nothing_ran_is_sent_once_at_the_start()
    {
        var nightly = EventTemplate.Schedule("cron(0 4 * * ? *)");
        _ = new ScheduleMemory(_memory, Read(nightly), _host.Clock.GetUtcNow());
        _host.Clock.Move(TimeSpan.FromDays(3));

        Start(nightly);

        var sent = await CallAsync(1);
        Assert.Equal("2026-11-24T09:00:00Z", sent.GetProperty("time").GetString());
        await NextMinuteAsync(1);
        await _host.Clock.WaitedForAsync(2);
        Assert.Single(_host.Functions.Calls.Items);
    }

    [Fact]
    public async Task A_schedule_that_was_changed_counts_anew()
    {
        _ = new ScheduleMemory(_memory, Read(EventTemplate.Schedule("rate(1 hour)")), _host.Clock.GetUtcNow());
        _host.Clock.Move(TimeSpan.FromDays(3));

        Start(EventTemplate.Schedule("rate(2 hours)"));
        await _host.Clock.WaitedForAsync(1);

        Assert.Empty(_host.Functions.Calls.Items);
        var changed = Read(EventTemplate.Schedule("rate(2 hours)"))[0];
        Assert.Equal(_host.Clock.GetUtcNow().AddHours(2), _schedules.NextOf(changed));
    }

    [Fact]
    public async Task A_machine_that_slept_finds_what_is_due_within_a_minute()
    {
        Start(EventTemplate.Schedule("rate(1 hour)"));

        var wait = await _host.Clock.WaitedForAsync(1);
        _host.Clock.Move(TimeSpan.FromHours(5));

        await CallAsync(1);
        Assert.Equal(TimeSpan.FromMinutes(1), wait);
        Assert.Equal(["2026-11-21T14:00:00Z"], Times());
    }

    private ScheduleClock Start(params string[] events)
    {
        var schedules = Read(events);
        var memory = new ScheduleMemory(_memory, schedules, _host.Clock.GetUtcNow());
        _schedules = new ScheduleClock(
            schedules, memory, _host.Spool, _host.Delivery, NullLogger.Instance, _host.Clock);
        _ = _schedules.RunAsync(_stopping.Token);
        return _schedules;
    }

    // The functions are called F, G, as the delivery's host has them.
    private static IReadOnlyList<Schedule> Read(params string[] events)
    {
        var functions = events.Select((each, at) => EventTemplate.Function($"{(char)('F' + at)}", "Echo", each));
        return EventsReader.Read(TemplateDocument.Parse(EventTemplate.Of([.. functions]), Parameters)).Schedules;
    }

    private async Task NextMinuteAsync(int nth)
    {
        await _host.Clock.WaitedForAsync(nth);
        _host.Clock.Move(TimeSpan.FromMinutes(1));
    }

    private async Task<JsonElement> CallAsync(int nth) =>
        JsonElement.Parse((await _host.Functions.Calls.UntilAsync(nth))[nth - 1].Payload);

    private IEnumerable<string?> Times() =>
        _host.Functions.Calls.Items
            .Select(call => JsonElement.Parse(call.Payload).GetProperty("time").GetString())
            .Order();
}
