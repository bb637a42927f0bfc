using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Events;

/// <summary>What a function's events come to in the manifest: only what was set, the source first.</summary>
public sealed class EventManifestTests
{
    [Fact]
    public void A_bucket_is_referred_to_and_its_events_are_always_named() => Snapshot.Matches(Manifest(
        """
        [LambdaFunction, S3Event("@Pictures")]
        public void Plain(S3Event e) { }

        [LambdaFunction]
        [S3Event("@Pictures", Events = "s3:ObjectCreated:Put; s3:ObjectRemoved:*;", FilterPrefix = "in/", FilterSuffix = ".jpg",
            Enabled = false)]
        [S3Event("@Pictures", ResourceName = "Late", FilterSuffix = ".png", Enabled = true)]
        public Task Full(S3Event e, ILambdaContext context) => Task.CompletedTask;
        """));

    [Fact]
    public void A_queue_is_named_by_arn_or_left_for_the_template_to_resolve() => Snapshot.Matches(Manifest(
        """
        [LambdaFunction, SQSEvent("@Work")]
        public void Plain(SQSEvent e) { }

        [LambdaFunction]
        [SQSEvent("arn:aws:sqs:eu-central-1:123456789012:late-work_2", BatchSize = 50, Enabled = false,
            MaximumBatchingWindowInSeconds = 5, Filters = "{\"body\":[\"a\"]} ; {}", MaximumConcurrency = 2)]
        [SQSEvent("arn:aws:sqs:eu-central-1:123456789012:ordered.fifo", BatchSize = 10)]
        public Task<SQSBatchResponse> Full(SQSEvent e) => Task.FromResult(new SQSBatchResponse());
        """));

    [Fact]
    public void A_topic_is_named_by_arn_or_referred_to() => Snapshot.Matches(Manifest(
        """
        [LambdaFunction, SNSEvent("@News")]
        public void Plain(SNSEvent e) { }

        [LambdaFunction, SNSEvent("arn:aws:sns:eu-central-1:123456789012:late-news", FilterPolicy = "{\"album\":[\"sea\"]}")]
        public void Full(SNSEvent e) { }
        """));

    [Fact]
    public void A_stream_always_has_a_position() => Snapshot.Matches(Manifest(
        """
        [LambdaFunction, DynamoDBEvent("@Photos")]
        public void Plain(DynamoDBEvent e) { }

        [LambdaFunction]
        [DynamoDBEvent("arn:aws:dynamodb:eu-central-1:123456789012:table/my-photos/stream/2026-01-01T00:00:00.000",
            StartingPosition = StartingPosition.TRIM_HORIZON, BatchSize = 100, MaximumBatchingWindowInSeconds = 0,
            Enabled = true, Filters = "{\"eventName\":[\"REMOVE\"]}")]
        public Task Full(DynamoDBEvent e) => Task.CompletedTask;

        [LambdaFunction, DynamoDBEvent("@Photos")]
        public Task<StreamsEventResponse> Answering(DynamoDBEvent e) => Task.FromResult(new StreamsEventResponse());
        """));

    [Fact]
    public void A_schedule_is_named_after_its_letters_and_digits() => Snapshot.Matches(Manifest(
        """
        [LambdaFunction, ScheduleEvent("rate(1 day)")]
        public void Plain(ScheduledEvent e) { }

        [LambdaFunction]
        [ScheduleEvent("cron(0 4 * * ? *)", ResourceName = "AtFour", Description = "The \"sweep\"", Input = "sweep.json",
            Enabled = false)]
        public Task Full(ScheduledEvent e, ILambdaContext context) => Task.CompletedTask;
        """));

    [Theory]
    [InlineData(@"\n")]
    [InlineData(@"\u0085")]
    [InlineData(@"\u2028")]
    [InlineData(@"\u2029")]
    [InlineData("\\\"\\\"\\\"")]
    public void A_text_may_have_what_ends_a_line_or_a_literal_of_code(string text)
    {
        Assert.Contains(
            "\"Description\"",
            Manifest($"[LambdaFunction, ScheduleEvent(\"rate(1 day)\", Description = \"a{text}b\")] public void Run(ScheduledEvent e) {{ }}"),
            StringComparison.Ordinal);
    }

    private static string Manifest(string members)
    {
        var run = EventRun.Of(members);

        Assert.DoesNotContain(run.Diagnostics, finding => finding.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.CompileErrors());
        return run.Generated("Manifest.g.cs");
    }
}
