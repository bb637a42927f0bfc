using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Lambda.Local;
using Lambda.Local.EventSources.Delivery;
using Lambda.Local.ObjectStore;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.EventSources;

public sealed class EventCloudTests
{
    private static readonly string Template = EventTemplate.Of(
        EventTemplate.Function("Heard", "Echo", EventTemplate.Objects()),
        EventTemplate.Function("Nightly", "Echo", EventTemplate.Schedule("cron(0 4 * * ? *)")),
        EventTemplate.Function("Failing", "Fail", EventTemplate.Objects("s3:ObjectRemoved:*"), """
            "EventInvokeConfig": { "MaximumRetryAttempts": 0 }
            """),
        EventTemplate.Function("Elsewhere", "Nowhere", EventTemplate.Schedule("rate(1 minute)")));

    private static readonly DeliveryOptions Late = DeliveryOptions.From("delay=60m");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_reaches_the_function_that_the_template_names()
    {
        using var fixture = new CloudFixture(Template);
        await using var cloud = await fixture.StartAsync();
        var attempts = AttemptsOf(cloud);

        await PutAsync(fixture, cloud, "a key");

        var attempt = (await attempts.UntilAsync(1))[0];
        Assert.Equal(("Heard", "a key", 1), (attempt.FunctionId, attempt.Source, attempt.Number));
        Assert.Equal("Heard of it", attempt.Lines[0].Text);
        Assert.Contains("ObjectCreated:Put", attempt.Result, StringComparison.Ordinal);
        Assert.Equal([attempt], cloud.Events.Recent);
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_crash_is_delivered_after_it()
    {
        using var crashed = new CloudFixture(Template);
        using var next = new CloudFixture(Template);
        await using (var cloud = LocalCloud.Build(crashed.Options with { Delivery = Late }))
        {
            await cloud.StartAsync(Ct);
            await PutAsync(crashed, cloud, "1");
            await PutAsync(crashed, cloud, "2");

            // What is on the disk now is what a crash would leave.
            CopyFolder(crashed.Options.DataFolder, next.Options.DataFolder);
            Assert.Empty(cloud.Events.Recent);
        }

        await using var after = LocalCloud.Build(next.Options);
        var attempts = AttemptsOf(after);
        await after.StartAsync(Ct);

        Assert.Equal(["1", "2"], (await attempts.UntilAsync(2)).Select(attempt => attempt.Source).Order());
    }

    [Fact]
    public async Task What_a_stop_leaves_is_delivered_at_the_next_start_and_then_never_again()
    {
        using var fixture = new CloudFixture(Template);
        await using (var cloud = LocalCloud.Build(fixture.Options with { Delivery = Late }))
        {
            await cloud.StartAsync(Ct);
            await PutAsync(fixture, cloud, "1");
        }

        await using (var second = LocalCloud.Build(fixture.Options))
        {
            var attempts = AttemptsOf(second);
            await second.StartAsync(Ct);
            await attempts.UntilAsync(1);
        }

        Assert.Empty(Directory.GetFiles(Path.Combine(fixture.Options.DataFolder, "events"), "*.event"));
    }

    [Fact]
    public async Task What_is_given_up_is_kept_and_can_be_sent_again()
    {
        using var fixture = new CloudFixture(Template);
        await using var cloud = await fixture.StartAsync();
        var attempts = AttemptsOf(cloud);
        await PutAsync(fixture, cloud, "1");
        using (var s3 = Client(fixture, cloud))
            await s3.DeleteObjectAsync(fixture.Options.Bucket, "1", Ct);
        await attempts.UntilAsync(2);
        while (cloud.Events.SetAside is [])
            await Task.Delay(5, Ct);

        var aside = Assert.Single(cloud.Events.SetAside);
        Assert.Equal(("Failing", "1"), (aside.FunctionId, aside.Source));
        Assert.True(cloud.Events.SendAgain(aside.Id));
        Assert.Equal(aside.Id, (await attempts.UntilAsync(3))[2].EventId);
    }

    [Fact]
    public async Task A_person_can_send_a_schedule_and_any_event_to_any_function()
    {
        using var fixture = new CloudFixture(Template);
        await using var cloud = await fixture.StartAsync();

        var nightly = Assert.Single(cloud.Events.Schedules);
        var tick = await cloud.Events.SendAsync(nightly.Schedule);
        var own = await cloud.Events.SendAsync("Nightly", Encoding.UTF8.GetBytes("""{"my":"own"}"""));
        var failed = await cloud.Events.SendAsync("Failing", Encoding.UTF8.GetBytes("{}"));

        Assert.Equal("Scheduled Event", JsonElement.Parse(tick.Result).GetProperty("detail-type").GetString());
        Assert.Equal("""{"my":"own"}""", own.Result);
        Assert.IsType<InvalidOperationException>(failed.Failure!.InnerException);
        Assert.Equal((Attempt.ByHand, "NightlyTick"), (own.Source, tick.Source));
        Assert.Equal(4, nightly.Next!.Value.Hour);
        Assert.Null(nightly.Last);
        Assert.Same(tick, Assert.Single(cloud.Events.Schedules).Last);
        Assert.Equal(["Heard", "Nightly", "Failing"], cloud.Events.FunctionIds);
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Events.SendAsync("Elsewhere", default));
    }

    [Fact]
    public void A_schedule_that_is_wrong_stops_the_start_with_one_sentence()
    {
        using var fixture = new CloudFixture(
            EventTemplate.Of(EventTemplate.Function("F", "Echo", EventTemplate.Schedule("cron(0 4 * * *)"))));

        var error = Assert.Throws<LocalStartException>(() => LocalCloud.Build(fixture.Options));

        Assert.Contains("needs six fields", error.Message, StringComparison.Ordinal);
    }

    private static Log<Attempt> AttemptsOf(LocalCloud cloud)
    {
        var attempts = new Log<Attempt>();
        cloud.Events.Ended += attempts.Add;
        return attempts;
    }

    private static async Task PutAsync(CloudFixture fixture, LocalCloud cloud, string key)
    {
        using var s3 = Client(fixture, cloud);
        await s3.PutObjectAsync(
            new() { BucketName = fixture.Options.Bucket, Key = key, InputStream = new MemoryStream([1]) }, Ct);
    }

    private static AmazonS3Client Client(CloudFixture fixture, LocalCloud cloud)
    {
        var credentials = ObjectStoreCredentials.ReadOrMake(fixture.Options.DataFolder);
        return new AmazonS3Client(
            new BasicAWSCredentials(credentials.AccessKey, credentials.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = cloud.Addresses.Media.AbsoluteUri,
                ForcePathStyle = true,
                AuthenticationRegion = "local",
            });
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetExtension(path) is not ".lock")
                File.Copy(path, target);
        }
    }
}
