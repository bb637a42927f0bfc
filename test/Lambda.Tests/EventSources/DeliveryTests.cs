using Lambda.Local;
using Lambda.Local.Invoking;

namespace Lambda.Tests.EventSources;

public sealed class DeliveryTests
{
    [Fact]
    public async Task An_event_stays_in_the_spool_until_its_function_has_dealt_with_it()
    {
        await using var host = new DeliveryHost();
        host.Functions.Closed.Add(DeliveryHost.Function);
        var id = await host.QueueAsync();
        host.Delivery.Begin();

        var calls = await host.Functions.Calls.UntilAsync(1);
        var during = host.Spool.ListReady();
        host.Functions.OpenAll();
        await host.Attempts.UntilAsync(1);
        await host.Delivery.StopAsync();

        Assert.Equal((DeliveryHost.Function, """{"n":1}"""), calls[0]);
        Assert.Equal([id], during);
        Assert.Empty(host.Spool.ListReady());
    }

    [Fact]
    public async Task Nothing_is_called_before_the_beginning()
    {
        await using var host = new DeliveryHost();
        var id = await host.QueueAsync();

        await host.Delivery.StopAsync();

        Assert.Empty(host.Functions.Calls.Items);
        Assert.Equal([id], host.Spool.ListReady());
    }

    [Fact]
    public async Task A_function_that_fails_gets_its_event_twice_more_after_pauses_that_grow()
    {
        await using var host = new DeliveryHost();
        host.Functions.Failures = 2;
        await host.QueueAsync();
        host.Delivery.Begin();

        var first = await host.Clock.WaitedForAsync(1);
        host.Clock.Move(first);
        var second = await host.Clock.WaitedForAsync(2);
        host.Clock.Move(second);
        var attempts = await host.Attempts.UntilAsync(3);
        await host.Delivery.StopAsync();

        Assert.Equal((1.0, 2.0), (first.TotalSeconds, second.TotalSeconds));
        Assert.Equal([(1, false), (2, false), (3, true)], attempts.Select(at => (at.Number, at.Succeeded)));
        Assert.Single(attempts.Select(attempt => attempt.EventId).Distinct());
        Assert.Empty(host.Spool.ListReady());
        Assert.Empty(host.Spool.ListFailed());
    }

    [Fact]
    public async Task What_fails_three_times_is_set_aside_and_can_be_sent_again()
    {
        await using var host = new DeliveryHost();
        host.Functions.Failures = 3;
        var id = await host.QueueAsync();
        host.Delivery.Begin();
        host.Clock.Move(await host.Clock.WaitedForAsync(1));
        host.Clock.Move(await host.Clock.WaitedForAsync(2));
        await host.Attempts.UntilAsync(3);
        await host.Delivery.StopAsync();

        Assert.Equal(id, Assert.Single(host.Spool.ListFailed()).Id);
        Assert.Empty(host.Spool.ListReady());

        Assert.True(host.Spool.TakeBack(id));
        Assert.Equal([id], host.Spool.ListReady());
        Assert.False(host.Spool.TakeBack(id));
    }

    [Fact]
    public async Task What_is_no_id_of_an_event_leads_nowhere()
    {
        await using var host = new DeliveryHost();
        var outside = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(host.PathOf(""))!, "..", "outside.event"));
        await File.WriteAllTextAsync(outside, "{}", TestContext.Current.CancellationToken);

        Assert.False(host.Spool.TakeBack("../../outside"));
        Assert.False(host.Spool.TakeBack(""));
        Assert.True(File.Exists(outside));
    }

    [Fact]
    public async Task The_template_says_how_often_it_is_tried()
    {
        await using var host = new DeliveryHost(retries: new RetryRules(0, TimeSpan.FromHours(6)));
        host.Functions.Failures = 1;
        await host.QueueAsync();
        host.Delivery.Begin();

        await host.Attempts.UntilAsync(1);
        await host.Delivery.StopAsync();

        Assert.Single(host.Spool.ListFailed());
    }

    [Fact]
    public async Task An_event_that_is_too_old_is_not_tried_again()
    {
        await using var host = new DeliveryHost(retries: new RetryRules(2, TimeSpan.FromSeconds(60)));
        host.Functions.Failures = 9;
        await host.QueueAsync();
        host.Delivery.Begin();

        await host.Clock.WaitedForAsync(1);
        host.Clock.Move(TimeSpan.FromSeconds(60));
        await host.Attempts.UntilAsync(2);
        await host.Delivery.StopAsync();

        Assert.Single(host.Spool.ListFailed());
    }

    [Fact]
    public async Task Every_event_comes_twice_when_that_is_asked_for()
    {
        await using var host = new DeliveryHost(DeliveryOptions.From("duplicate"));
        await host.QueueAsync();
        host.Delivery.Begin();

        var attempts = await host.Attempts.UntilAsync(2);
        await host.Delivery.StopAsync();

        Assert.Single(attempts.Select(attempt => attempt.EventId).Distinct());
        Assert.Equal(2, host.Functions.Calls.Items.Count);
        Assert.Empty(host.Spool.ListReady());
    }

    [Fact]
    public async Task Every_event_comes_late_when_that_is_asked_for()
    {
        await using var host = new DeliveryHost(DeliveryOptions.From("delay=5s"));
        await host.QueueAsync();
        host.Delivery.Begin();

        var wait = await host.Clock.WaitedForAsync(1);
        var before = host.Functions.Calls.Items.Count;
        host.Clock.Move(wait);
        await host.Attempts.UntilAsync(1);

        Assert.Equal((5.0, 0), (wait.TotalSeconds, before));
    }

    [Fact]
    public async Task A_function_that_is_stuck_keeps_four_events_and_no_other_function()
    {
        await using var host = new DeliveryHost();
        host.Functions.Closed.Add(DeliveryHost.Function);
        for (var count = 0; count < 10; count++)
            await host.QueueAsync();
        host.Delivery.Begin();
        await host.Functions.Calls.UntilAsync(4);

        await host.QueueAsync("G");
        await host.Attempts.UntilAsync(1);

        Assert.Equal(4, host.Functions.Calls.Items.Count(call => call.Function == DeliveryHost.Function));
        host.Functions.OpenAll();
        await host.Attempts.UntilAsync(11);
    }

    [Fact]
    public async Task Stopping_waits_for_what_runs_and_leaves_the_rest_in_the_spool()
    {
        await using var host = new DeliveryHost();
        host.Functions.Closed.Add(DeliveryHost.Function);
        for (var count = 0; count < 6; count++)
            await host.QueueAsync();
        host.Delivery.Begin();
        await host.Functions.Calls.UntilAsync(4);

        var stopped = host.Delivery.StopAsync();
        host.Functions.OpenAll();
        await stopped;

        Assert.Equal(4, host.Functions.Calls.Items.Count);
        Assert.Equal(2, host.Spool.ListReady().Count);
    }

    [Fact]
    public async Task An_event_for_nobody_and_one_that_is_damaged_are_set_aside()
    {
        await using var host = new DeliveryHost();
        var id = await host.QueueAsync("Gone");
        var damaged = await host.QueueAsync();
        await File.WriteAllTextAsync(host.PathOf(damaged), "{", TestContext.Current.CancellationToken);

        host.Delivery.Begin();
        while (host.Spool.ListReady() is not [])
            await Task.Delay(5, TestContext.Current.CancellationToken);

        Assert.Empty(host.Functions.Calls.Items);
        Assert.Equal([id], host.Spool.ListFailed().Select(failed => failed.Id));
    }

    [Theory]
    [InlineData("duplicate", true, 0)]
    [InlineData("delay=500ms", false, 0.5)]
    [InlineData("delay=2m,duplicate", true, 120)]
    public void The_words_for_events_say_how_they_come(string text, bool twice, double seconds)
    {
        var options = DeliveryOptions.From(text);

        Assert.Equal((twice, seconds), (options.Twice, options.Delay.TotalSeconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("twice")]
    [InlineData("delay")]
    [InlineData("delay=5")]
    [InlineData("delay=-5s")]
    [InlineData("delay=61m")]
    [InlineData("delay=0s")]
    [InlineData("duplicate;delay=5s")]
    public void Other_words_for_events_are_refused(string text) => Assert.Contains(
        "write duplicate, delay=5s", Assert.Throws<ArgumentException>(() => DeliveryOptions.From(text)).Message,
        StringComparison.Ordinal);
}
