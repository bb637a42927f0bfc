using System.Globalization;
using Lambda.Local.EventSources.Schedules;

namespace Lambda.Tests.EventSources;

public sealed class CronTests
{
    [Theory]
    // The examples of EventBridge's documentation.
    [InlineData("cron(0 10 * * ? *)", "2026-11-21T09:00", "2026-11-21T10:00", "2026-11-22T10:00")]
    [InlineData("cron(15 12 * * ? *)", "2026-11-21T12:15", "2026-11-22T12:15", "2026-11-23T12:15")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-11-20T18:00", "2026-11-23T18:00", "2026-11-24T18:00")]
    [InlineData("cron(0 8 1 * ? *)", "2026-11-21T09:00", "2026-12-01T08:00", "2027-01-01T08:00")]
    [InlineData("cron(0/15 * * * ? *)", "2026-11-21T09:01", "2026-11-21T09:15", "2026-11-21T09:30")]
    [InlineData("cron(0/10 * ? * MON-FRI *)", "2026-11-20T23:45", "2026-11-20T23:50", "2026-11-23T00:00")]
    [InlineData("cron(0/5 8-17 ? * MON-FRI *)", "2026-11-20T17:50", "2026-11-20T17:55", "2026-11-23T08:00")]
    [InlineData("cron(0/30 20-2 ? * MON-FRI *)", "2026-11-20T01:45", "2026-11-20T02:00", "2026-11-20T02:30")]
    [InlineData("cron(0 9 ? * 2#1 *)", "2026-11-21T09:00", "2026-12-07T09:00", "2027-01-04T09:00")]
    [InlineData("cron(15 10 ? * 6L 2022-2023)", "2022-12-01T00:00", "2022-12-30T10:15", "2023-01-27T10:15")]
    // Days of the month.
    [InlineData("cron(0 0 L * ? *)", "2027-01-31T00:00", "2027-02-28T00:00", "2027-03-31T00:00")]
    [InlineData("cron(0 0 L FEB ? *)", "2027-03-01T00:00", "2028-02-29T00:00", "2029-02-28T00:00")]
    [InlineData("cron(0 0 29 2 ? *)", "2026-11-21T09:00", "2028-02-29T00:00", "2032-02-29T00:00")]
    [InlineData("cron(0 0 3W * ? *)", "2026-11-21T09:00", "2026-12-03T00:00", "2027-01-04T00:00")]
    [InlineData("cron(0 0 1W * ? *)", "2026-11-21T09:00", "2026-12-01T00:00", "2027-01-01T00:00")]
    [InlineData("cron(0 0 1W 5 ? *)", "2026-11-21T09:00", "2027-05-03T00:00", "2028-05-01T00:00")]
    [InlineData("cron(0 0 31W * ? *)", "2026-11-21T09:00", "2026-12-31T00:00", "2027-01-29T00:00")]
    [InlineData("cron(0 0 1,15 * ? *)", "2026-11-21T09:00", "2026-12-01T00:00", "2026-12-15T00:00")]
    [InlineData("cron(0 0 1/10 * ? *)", "2026-11-21T09:00", "2026-12-01T00:00", "2026-12-11T00:00")]
    // Days of the week; Sunday is the first.
    [InlineData("cron(0 0 ? * 1 *)", "2026-11-21T09:00", "2026-11-22T00:00", "2026-11-29T00:00")]
    [InlineData("cron(0 0 ? * L *)", "2026-11-21T09:00", "2026-11-28T00:00", "2026-12-05T00:00")]
    [InlineData("cron(0 0 ? * FRI-SUN *)", "2026-11-21T09:00", "2026-11-22T00:00", "2026-11-27T00:00")]
    [InlineData("cron(0 0 ? * FRIL *)", "2026-11-21T09:00", "2026-11-27T00:00", "2026-12-25T00:00")]
    [InlineData("cron(0 0 ? * TUE#5 *)", "2026-11-21T09:00", "2026-12-29T00:00", "2027-03-30T00:00")]
    // Months, steps, years, lists.
    [InlineData("cron(0 0 1 jan,JUL ? *)", "2026-11-21T09:00", "2027-01-01T00:00", "2027-07-01T00:00")]
    [InlineData("cron(0 0 1 NOV-FEB ? *)", "2026-12-21T09:00", "2027-01-01T00:00", "2027-02-01T00:00")]
    [InlineData("cron(0 0 1 1/4 ? *)", "2026-11-21T09:00", "2027-01-01T00:00", "2027-05-01T00:00")]
    [InlineData("cron(*/20 8-12/2 * * ? *)", "2026-11-21T08:40", "2026-11-21T10:00", "2026-11-21T10:20")]
    [InlineData("cron(1/10 9 * * ? *)", "2026-11-21T09:41", "2026-11-21T09:51", "2026-11-22T09:01")]
    [InlineData("cron(5,0 9 * * ? *)", "2026-11-21T08:00", "2026-11-21T09:00", "2026-11-21T09:05")]
    [InlineData("cron(0 0 1 1 ? 2030,2035)", "2026-11-21T09:00", "2030-01-01T00:00", "2035-01-01T00:00")]
    [InlineData("cron(* * * * ? *)", "2026-12-31T23:59", "2027-01-01T00:00", "2027-01-01T00:01")]
    public void A_cron_expression_is_due_when_eventbridge_says(string text, string after, string first, string second)
    {
        var expression = ScheduleExpression.OfRule(text);

        var next = expression.Next(Utc(after));

        Assert.Equal(Utc(first), next);
        Assert.Equal(Utc(second), expression.Next(next!.Value));
    }

    [Theory]
    [InlineData("cron(0 0 30 2 ? *)")]
    [InlineData("cron(0 0 1 1 ? 2025)")]
    public void What_never_comes_again_is_never_due(string text) =>
        Assert.Null(ScheduleExpression.OfRule(text).Next(Utc("2026-11-21T09:00")));

    [Fact]
    public void Seconds_are_passed_over() => Assert.Equal(
        Utc("2026-11-21T09:02"),
        ScheduleExpression.OfRule("cron(* * * * ? *)").Next(Utc("2026-11-21T09:01").AddSeconds(59)));

    [Theory]
    [InlineData("rate(1 minute)", 1)]
    [InlineData("rate(5 minutes)", 5)]
    [InlineData("rate(1 hour)", 60)]
    [InlineData("rate(2 days)", 2880)]
    public void A_rate_is_due_again_and_again(string text, int minutes) => Assert.Equal(
        Utc("2026-11-21T09:00").AddMinutes(minutes), ScheduleExpression.OfRule(text).Next(Utc("2026-11-21T09:00")));

    [Theory]
    [InlineData("every day", "is no schedule; write 'rate(1 day)'")]
    [InlineData("at(2030-01-31T04:00:00)", "is no schedule")]
    [InlineData("rate(1 days)", "it takes 1 day, 2 days")]
    [InlineData("rate(5 minute)", "it takes 1 minute, 2 minutes")]
    [InlineData("rate(0 days)", "a whole number above 0")]
    [InlineData("rate(1.5 hours)", "a whole number above 0")]
    [InlineData("rate(2 weeks)", "the unit 'weeks'")]
    [InlineData("cron(0 4 * * *)", "needs six fields")]
    [InlineData("cron(0 4 * * * *)", "must be ?")]
    [InlineData("cron(0 4 ? * ? *)", "must be ?")]
    [InlineData("cron(0 4 1 * MON *)", "must be ?")]
    [InlineData("cron(60 4 * * ? *)", "'60' does not fit minutes: 0 to 59")]
    [InlineData("cron(0 24 * * ? *)", "'24' does not fit hours")]
    [InlineData("cron(0 4 0 * ? *)", "'0' does not fit day of month")]
    [InlineData("cron(0 4 LW * ? *)", "'L' does not fit day of month")]
    [InlineData("cron(0 4 * 13 ? *)", "1 to 12 or JAN to DEC")]
    [InlineData("cron(0 4 ? * 0 *)", "1 to 7 or SUN to SAT")]
    [InlineData("cron(0 4 ? * MON#6 *)", "'#6'")]
    [InlineData("cron(0 4 ? * 3#1,6#3 *)", "does not fit day of week")]
    [InlineData("cron(0 4 * * ? 1969)", "1970 to 2199")]
    [InlineData("cron(0 4 * * ? 2030-2026)", "does not fit year")]
    [InlineData("cron(0/0 4 * * ? *)", "is no step of minutes")]
    [InlineData("cron(-5 4 * * ? *)", "does not fit minutes")]
    [InlineData("cron(1,,2 4 * * ? *)", "'' does not fit minutes")]
    public void What_eventbridge_would_refuse_is_refused_with_a_reason(string text, string reason)
    {
        var error = Assert.Throws<FormatException>(() => ScheduleExpression.OfRule(text));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    // In Berlin, 02:00 to 03:00 is skipped on 28 March 2027 and comes twice on 25 October 2026.
    [InlineData("cron(30 2 * * ? *)", "2027-03-27T02:00", "2027-03-29T00:30")]
    [InlineData("cron(30 2 * * ? *)", "2026-10-24T22:00", "2026-10-25T00:30")]
    [InlineData("cron(30 2 * * ? *)", "2026-10-25T00:30", "2026-10-26T01:30")]
    [InlineData("cron(0 9 * * ? *)", "2026-07-01T00:00", "2026-07-01T07:00")]
    [InlineData("cron(0 9 * * ? *)", "2026-12-01T00:00", "2026-12-01T08:00")]
    public void The_schedulers_cron_is_in_its_time_zone_with_summer_time(string text, string after, string next)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Assert.Equal(Utc(next), ScheduleExpression.OfScheduler(text, berlin).Next(Utc(after)));
    }

    [Fact]
    public void The_scheduler_also_knows_single_times_and_is_lax_about_units()
    {
        var once = ScheduleExpression.OfScheduler("at(2030-01-31T04:00:00)", TimeZoneInfo.Utc);

        Assert.Equal(Utc("2030-01-31T04:00"), once.Next(Utc("2026-11-21T09:00")));
        Assert.Null(once.Next(Utc("2030-01-31T04:00")));
        Assert.Equal(
            Utc("2026-11-21T09:01"),
            ScheduleExpression.OfScheduler("rate(1 minutes)", TimeZoneInfo.Utc).Next(Utc("2026-11-21T09:00")));
        Assert.Throws<FormatException>(() => ScheduleExpression.OfScheduler("at(tomorrow)", TimeZoneInfo.Utc));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(
        text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
