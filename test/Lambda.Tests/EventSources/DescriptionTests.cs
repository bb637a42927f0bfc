using System.Text.Json.Nodes;
using Lambda.Local.EventSources.Description;
using Lambda.Template.Values;

namespace Lambda.Tests.EventSources;

public sealed class DescriptionTests
{
    private static readonly Dictionary<string, string> Parameters = new() { ["SiteOrigin"] = "http://localhost" };

    [Theory]
    [InlineData("s3:ObjectCreated:*", null, null, "ObjectCreated:Put", "any/key", true)]
    [InlineData("s3:ObjectCreated:*", null, null, "ObjectCreated:CompleteMultipartUpload", "k", true)]
    [InlineData("s3:ObjectCreated:*", null, null, "ObjectRemoved:Delete", "k", false)]
    [InlineData("s3:ObjectCreated:Put", null, null, "ObjectCreated:Put", "k", true)]
    [InlineData("s3:ObjectCreated:Put", null, null, "ObjectCreated:Copy", "k", false)]
    [InlineData("s3:ObjectRemoved:*", null, null, "ObjectRemoved:Delete", "k", true)]
    [InlineData("s3:ObjectCreated:*", "u/", null, "ObjectCreated:Put", "u/1", true)]
    [InlineData("s3:ObjectCreated:*", "u/", null, "ObjectCreated:Put", "U/1", false)]
    [InlineData("s3:ObjectCreated:*", null, ".jpg", "ObjectCreated:Put", "u/1.jpg", true)]
    [InlineData("s3:ObjectCreated:*", null, ".jpg", "ObjectCreated:Put", "u/1.jpg.txt", false)]
    [InlineData("s3:ObjectCreated:*", "u/", ".jpg", "ObjectCreated:Put", "u/1.jpg", true)]
    [InlineData("s3:ObjectCreated:*", "u/", ".jpg", "ObjectCreated:Put", "v/1.jpg", false)]
    public void A_rule_fits_by_event_prefix_and_suffix(
        string events, string? prefix, string? suffix, string change, string key, bool fits)
    {
        var description = Read(EventTemplate.Function("F", "Echo", EventTemplate.Objects(events, prefix, suffix)));

        Assert.Equal(fits, Assert.Single(description.ObjectRules).Fits(change, key));
    }

    [Fact]
    public void A_bucket_can_name_the_function_that_it_tells()
    {
        var bucket = JsonNode.Parse(
            """
            {
              "Type": "AWS::S3::Bucket",
              "Properties": {
                "NotificationConfiguration": {
                  "LambdaConfigurations": [ {
                    "Event": "s3:ObjectRemoved:*",
                    "Function": { "Fn::GetAtt": [ "F", "Arn" ] },
                    "Filter": { "S3Key": { "Rules": [ { "Name": "prefix", "Value": "u/" } ] } }
                  } ]
                }
              }
            }
            """)!.AsObject();

        var description = Read(EventTemplate.Function("F", "Echo", "{}"), ("Pictures", bucket));

        var rule = Assert.Single(description.ObjectRules);
        Assert.Equal("F", rule.Function.LogicalId);
        Assert.True(rule.Fits("ObjectRemoved:Delete", "u/1"));
    }

    [Theory]
    [InlineData("s3:ObjectCreated:*", "u/", null, "s3:ObjectCreated:Put", "u/1/", null)]
    [InlineData("s3:ObjectCreated:*", null, ".jpg", "s3:ObjectCreated:*", "u/", null)]
    public void Rules_that_overlap_stop_the_start_as_s3_refuses_them(
        string events, string? prefix, string? suffix, string others, string? otherPrefix, string? otherSuffix)
    {
        var error = Assert.Throws<TemplateException>(() => Read(
            EventTemplate.Function("F", "Echo", EventTemplate.Objects(events, prefix, suffix)),
            EventTemplate.Function("G", "Echo", EventTemplate.Objects(others, otherPrefix, otherSuffix))));

        Assert.Contains("FChange and GChange of the bucket Pictures overlap", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_with_other_events_prefixes_or_suffixes_live_together() => Assert.Equal(4, Read(
        EventTemplate.Function("A", "Echo", EventTemplate.Objects("s3:ObjectCreated:*", "u/", ".jpg")),
        EventTemplate.Function("B", "Echo", EventTemplate.Objects("s3:ObjectRemoved:*", "u/", ".jpg")),
        EventTemplate.Function("C", "Echo", EventTemplate.Objects("s3:ObjectCreated:*", "v/", ".jpg")),
        EventTemplate.Function("D", "Echo", EventTemplate.Objects("s3:ObjectCreated:*", "u/", ".png")))
        .ObjectRules.Count);

    [Theory]
    [InlineData(
        """{ "Bucket": "elsewhere", "Events": "s3:ObjectCreated:*" }""", "elsewhere is no bucket of this template")]
    [InlineData("""{ "Bucket": { "Ref": "Pictures" } }""", "Events is missing")]
    [InlineData("""{ "Bucket": { "Ref": "Pictures" }, "Events": "ObjectCreated" }""", "S3 has no event ObjectCreated")]
    [InlineData(
        """
        { "Bucket": { "Ref": "Pictures" }, "Events": "s3:ObjectCreated:*",
          "Filter": { "S3Key": { "Rules": [ { "Name": "middle", "Value": "x" } ] } } }
        """,
        "filtered by its prefix or suffix")]
    public void A_rule_that_makes_no_sense_stops_the_start(string properties, string reason)
    {
        var happening = EventTemplate.Event("Change", "S3", JsonNode.Parse(properties)!);

        var error = Assert.Throws<TemplateException>(() => Read(EventTemplate.Function("F", "Echo", happening)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_are_told_of_one_bucket()
    {
        var other = EventTemplate.Objects().Replace("Pictures", "Others", StringComparison.Ordinal);

        var error = Assert.Throws<TemplateException>(() => Read(
            ("Others", new JsonObject { ["Type"] = "AWS::S3::Bucket" }),
            EventTemplate.Function("F", "Echo", EventTemplate.Objects()),
            EventTemplate.Function("G", "Echo", other)));

        Assert.Contains("one bucket is served here", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", \"Enabled\": false", false)]
    [InlineData(", \"State\": \"DISABLED\"", false)]
    [InlineData(", \"State\": \"ENABLED\"", true)]
    public void A_schedule_can_be_off(string more, bool isEnabled)
    {
        Assert.Equal(isEnabled, One(EventTemplate.Schedule("rate(1 day)", more)).IsEnabled);
        Assert.Equal(isEnabled, One(EventTemplate.Scheduler("rate(1 day)", more)).IsEnabled);
    }

    [Theory]
    [InlineData("rate(1 days)", "", "Resources.F.Properties.Events.Tick.Properties.Schedule: 'rate(1 days)'")]
    [InlineData("rate(1 day)", ", \"Input\": \"{\"", "Input is no JSON")]
    public void A_schedule_that_cannot_be_stops_the_start(string expression, string more, string reason)
    {
        var error = Assert.Throws<TemplateException>(() => One(EventTemplate.Schedule(expression, more)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_zone_that_is_not_known_stops_the_start()
    {
        var schedule = EventTemplate.Scheduler("rate(1 day)", ", \"ScheduleExpressionTimezone\": \"Mars/Olympus\"");

        Assert.Contains(
            "Mars/Olympus", Assert.Throws<TemplateException>(() => One(schedule)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Retries_are_the_functions_own_or_lambdas()
    {
        var description = Read(
            EventTemplate.Function("F", "Echo", "{}", """
                "EventInvokeConfig": { "MaximumRetryAttempts": 0, "MaximumEventAgeInSeconds": 60 }
                """),
            EventTemplate.Function("G", "Echo", "{}"));

        Assert.Equal(
            [(0, 60.0), (2, 21600.0)],
            description.Functions.Select(function => (function.Retries.Retries, function.Retries.MaxAge.TotalSeconds)));
        Assert.Throws<TemplateException>(() => Read(
            EventTemplate.Function("F", "Echo", "{}", """ "EventInvokeConfig": { "MaximumRetryAttempts": 3 } """)));
    }

    [Fact]
    public void Events_that_nothing_makes_are_listed_with_those_of_functions_that_are_elsewhere()
    {
        var description = Read(
            EventTemplate.Function("Queued", "Echo", EventTemplate.Event("Mail", "SQS", new JsonObject())),
            EventTemplate.Function("Elsewhere", "Missing", EventTemplate.Schedule("rate(1 day)")),
            EventTemplate.Function("Here", "Echo", EventTemplate.Schedule("rate(1 day)")));

        var known = description.Only(function => function.LogicalId != "Elsewhere");

        Assert.Equal(["Queued", "Here"], known.Functions.Select(function => function.LogicalId));
        Assert.Equal("HereTick", Assert.Single(known.Schedules).Id);
        Assert.Equal(
            [("Queued", "SQS"), ("Elsewhere", "its handler is not in this function set")],
            known.Unfed.Select(unfed => (unfed.Function.LogicalId, unfed.Reason)));
    }

    private static EventsDescription Read(params (string Id, JsonObject Resource)[] resources) =>
        EventsReader.Read(TemplateDocument.Parse(EventTemplate.Of(resources), Parameters));

    private static Lambda.Local.EventSources.Schedules.Schedule One(string events) =>
        Assert.Single(Read(EventTemplate.Function("F", "Echo", events)).Schedules);
}
