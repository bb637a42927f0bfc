using System.Collections.Concurrent;
using System.Diagnostics;
using Lambda.Local;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.Fuzzing;

/// <summary>
/// Ten thousand requests to each origin, over sockets: each is answered or cut off, none meets a fault, none hangs.
/// </summary>
[Collection(nameof(Alone))]
public sealed class MalformedRequestTests
{
    private const int Requests = 10_000;
    private const int Clients = 16;
    private const long MaxGrowth = 64 << 20;

    // After this, a server that still waits for the rest of a request is told that none comes.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1_122, "/,/index.html,/js/app.js,/config.json,/photos/1,/missing.png")]
    [InlineData(1, 3_344, "/greet/Ada,/describe,/echo,/echo/a/b,/nothing,/openapi.json,/_signin/authorize,"
        + "/_signin/token,/_signin/userinfo,/_signin/.well-known/jwks.json,/_signin/logout?client_id=SiteClient")]
    [InlineData(2, 5_566, "/,/things,/things/1,/things/a/b?tagging,/things?list-type=2,/things/1?uploads,/other/1,"
        + "/things/?delete")]
    public async Task None_of_ten_thousand_meets_a_fault(int origin, int seed, string targets)
    {
        using var fixture = new CloudFixture(Template());
        await using var cloud = await fixture.StartAsync();
        string[] tokens =
        [
            LocalCloud.OpenSignIn(fixture.Options).IssueAccessToken("ada", TimeSpan.FromMinutes(5)).Token,
            "Bearer x.y.z", "Bearer ", "Basic YTpi", "..", "Bearer eyJhbGciOiJub25lIn0.e30.", new('t', 9_000),
            "AWS4-HMAC-SHA256 Credential=a/20261121/local/s3/aws4_request,SignedHeaders=host,Signature=0",
            "AWS4-HMAC-SHA256 Credential=,SignedHeaders=;;,Signature=",
        ];
        var answers = new ConcurrentDictionary<int, int>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(
            async () =>
            {
                var requests = new RandomRequest((seed * Clients) + client, targets.Split(','), tokens);
                for (var turn = 0; turn < Requests / Clients; turn++)
                    await AskAsync(fixture.Options.Port + origin, requests.Next(), answers);
            },
            Ct)));

        var counts = answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}: {answer.Value}");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: {Requests} requests in {watch.Elapsed.TotalSeconds:0.0} s; {string.Join(", ", counts)}");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MaxGrowth);
        await AnswersAsBeforeAsync(fixture, cloud);
    }

    private static async Task AskAsync(
        int port, (byte[] Bytes, bool IsHead, bool IsWhole) request, ConcurrentDictionary<int, int> answers)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(Patience);
        using var wire = await Wire.ConnectAsync(port, patience.Token);
        await wire.SendAsync(request.Bytes, patience.Token);

        try
        {
            var reading = wire.ReadAsync(request.IsHead, patience.Token);
            if (!request.IsWhole && await Task.WhenAny(reading, Task.Delay(Rest, Ct)) != reading)
                wire.EndSending();

            var status = 0;
            while (await reading is { } answer)
            {
                status = answer.Status;
                Assert.True(status is < 500 or 501 or 505, $"{status}");
                Assert.DoesNotContain(answer.Headers, header => header.Name is "X-Made");
                if (request.IsHead || request.IsWhole)
                    break;
                wire.EndSending();
                reading = wire.ReadAsync(request.IsHead, patience.Token);
            }

            Assert.False(request.IsWhole && status == 0, "no answer");
            answers.AddOrUpdate(status, 1, (_, count) => count + 1);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !Ct.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{cause.Message}: {Convert.ToBase64String(request.Bytes)}", cause);
        }
    }

    private static async Task AnswersAsBeforeAsync(CloudFixture fixture, LocalCloud cloud)
    {
        Assert.Equal("Hello Ada", await fixture.Http.GetStringAsync(new Uri(cloud.Addresses.Api, "/greet/Ada"), Ct));
        var page = await fixture.Http.GetStringAsync(cloud.Addresses.Site, Ct);
        Assert.Contains("Things", page, StringComparison.Ordinal);
        using var media = await fixture.Http.GetAsync(new Uri(cloud.Addresses.Media, "/things/1"), Ct);
        Assert.Equal(403, (int)media.StatusCode);
        Assert.Empty(Directory.GetFiles(
            Path.Combine(fixture.Options.DataFolder, "objects"), "*", SearchOption.AllDirectories));
    }

    private static string Template() => CloudFixture.Template.Replace(
        "\"Resources\": {",
        """
        "Resources": {
          "Echo": {
            "Type": "AWS::Serverless::Function",
            "Properties": {
              "Handler": "bootstrap",
              "Environment": { "Variables": { "ANNOTATIONS_HANDLER": "Echo" } },
              "Events": {
                "Any": {
                  "Type": "HttpApi",
                  "Properties": { "Path": "/echo/{proxy+}", "Method": "ANY", "Auth": { "Authorizer": "NONE" } }
                },
                "Bare": {
                  "Type": "HttpApi",
                  "Properties": { "Path": "/echo", "Method": "ANY", "Auth": { "Authorizer": "NONE" } }
                }
              }
            }
          },
        """,
        StringComparison.Ordinal);
}
