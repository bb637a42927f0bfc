using System.Reflection;
using System.Text;
using Amazon.Lambda.RuntimeSupport;
using Lambda.Tests.Generator;

namespace Lambda.Tests.Events;

/// <summary>Generated handlers of events, compiled, wrapped as the runtime wraps them, and given real JSON.</summary>
public sealed class EventHandlerTests
{
    private const string Startup =
        """

        }

        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddSingleton<List<string>>();
        """;

    [Theory]
    [InlineData("void Run(S3Event e) => Seen.Add(e.Records[0].S3.Object.KeyDecoded);", "S3Event(\"@B\")")]
    [InlineData("void Run(S3Event e, ILambdaContext c) => Seen.Add(e.Records[0].S3.Object.KeyDecoded);", "S3Event(\"@B\")")]
    [InlineData("async Task Run(S3Event e) { await Task.Yield(); Seen.Add(e.Records[0].S3.Object.KeyDecoded); }", "S3Event(\"@B\")")]
    [InlineData("async Task Run(S3Event e, ILambdaContext c) { await Task.Yield(); Seen.Add(e.Records[0].S3.Object.KeyDecoded); }", "S3Event(\"@B\")")]
    [InlineData("async ValueTask Run(S3Event e) { await Task.Yield(); Seen.Add(e.Records[0].S3.Object.KeyDecoded); }", "S3Event(\"@B\")")]
    [InlineData("static void Run(S3Event e) => Seen.Add(e.Records[0].S3.Object.KeyDecoded);", "S3Event(\"@B\")")]
    public async Task A_handler_hands_the_event_on_and_answers_nothing(string method, string attribute)
    {
        foreach (var startup in (string[])["", Startup])
        {
            var function = Function(attribute, method, startup);

            Assert.Equal("", await function.InvokeAsync(EventJson.S3));
            Assert.Equal(["holiday at sea/Grüße+1.jpg"], function.Seen);
        }
    }

    [Theory]
    [InlineData("SQSEvent(\"@Q\")", "void Run(SQSEvent e) => Seen.Add(e.Records[1].Body);", EventJson.Sqs, "again")]
    [InlineData("SNSEvent(\"@T\")", "void Run(SNSEvent e) => Seen.Add(e.Records[0].Sns.Message);", EventJson.Sns, "A new photo")]
    [InlineData("DynamoDBEvent(\"@T\")", "void Run(DynamoDBEvent e) => Seen.Add(e.Records[0].Dynamodb.NewImage![\"Title\"].S!);", EventJson.DynamoDB, "Harbour")]
    [InlineData("ScheduleEvent(\"rate(1 day)\")", "void Run(ScheduledEvent e) => Seen.Add(e.DetailType);", EventJson.Scheduled, "Scheduled Event")]
    public async Task Every_kind_of_event_reaches_its_function(string attribute, string method, string json, string seen)
    {
        var function = Function(attribute, method);

        Assert.Equal("", await function.InvokeAsync(json));
        Assert.Equal([seen], function.Seen);
    }

    [Theory]
    [InlineData("SQSBatchResponse Run(SQSEvent e) => new([new() { ItemIdentifier = e.Records[1].MessageId }]);")]
    [InlineData("Task<SQSBatchResponse> Run(SQSEvent e, ILambdaContext c) => Task.FromResult(new SQSBatchResponse([new() { ItemIdentifier = e.Records[1].MessageId }]));")]
    [InlineData("ValueTask<SQSBatchResponse?> Run(SQSEvent e) => new(new SQSBatchResponse([new() { ItemIdentifier = e.Records[1].MessageId }]));")]
    public async Task A_function_may_say_which_messages_failed(string method)
    {
        var answer = await Function("SQSEvent(\"@Q\")", method).InvokeAsync(EventJson.Sqs);

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"2e1424d4-f796-459a-8184-9c92662be6da"}]}""", answer);
    }

    [Fact]
    public async Task A_function_of_a_stream_may_say_from_where_on_it_failed()
    {
        var function = Function(
            "DynamoDBEvent(\"@T\")",
            "StreamsEventResponse Run(DynamoDBEvent e) => new() { BatchItemFailures = [new() { ItemIdentifier = e.Records[1].Dynamodb.SequenceNumber }] };");

        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"4421584500000000017450439092"}]}""",
            await function.InvokeAsync(EventJson.DynamoDB));
    }

    [Fact]
    public void A_program_can_serve_every_shape_of_function()
    {
        var run = EventRun.OfProgram(
            """
            [LambdaFunction, S3Event("@B")] public void One(S3Event e) { }
            [LambdaFunction, S3Event("@B")] public Task Two(S3Event e, ILambdaContext c) => Task.CompletedTask;
            [LambdaFunction, SQSEvent("@Q")] public SQSBatchResponse Three(SQSEvent e) => new();
            [LambdaFunction, SQSEvent("@Q")] public Task<SQSBatchResponse> Four(SQSEvent e, ILambdaContext c) => Task.FromResult(new SQSBatchResponse());
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors());
        Snapshot.Matches(run.Generated("Program.g.cs"));
    }

    private static StartedFunction Function(string attribute, string method, string more = "")
    {
        var run = EventRun.OfProgram(
            $$"""
            public static List<string> Seen { get; } = [];

            [LambdaFunction, {{attribute}}]
            public {{method}}
            {{more}}
            """);
        return new StartedFunction(CompiledFunctions.Of(run));
    }

    /// <summary>The function <c>Run</c>, as the generated program starts it.</summary>
    private sealed class StartedFunction(CompiledFunctions functions)
    {
        public List<string> Seen => (List<string>)functions.Type("App.F").GetProperty("Seen")!.GetValue(null)!;

        public async Task<string> InvokeAsync(string json)
        {
            const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static;
            var start = functions.Type("App.GeneratedProgram").GetMethod("StartRun", Hidden)!;
            using var wrapper = (HandlerWrapper)start.Invoke(null, null)!;
            using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));

            var answer = await wrapper.Handler(
                new InvocationRequest { InputStream = input, LambdaContext = CompiledFunctions.Context() });

            using var reader = new StreamReader(answer.OutputStream);
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }
}
