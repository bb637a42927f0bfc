using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Events;

/// <summary>What is wrong with an event is said where it is written.</summary>
public sealed class EventDiagnosticTests
{
    private const string Fifo = "arn:aws:sqs:eu-central-1:123456789012:ordered.fifo";
    private const string Table = "arn:aws:dynamodb:eu-central-1:123456789012:table/photos";

    [Theory]
    [InlineData("0136", "S3Event(\"pictures\")", "\"pictures\"", "refers to no bucket of the template")]
    [InlineData("0136", "S3Event(\"@my-pictures\")", "\"@my-pictures\"", "as in '@Pictures'")]
    [InlineData("0136", "S3Event(\"@\")", "\"@\"", "refers to no bucket")]
    [InlineData("0136", "S3Event(\"\")", "\"\"", "refers to no bucket")]
    [InlineData("0136", "S3Event(\"@B\", Bucket = \"b\")", "Bucket = \"b\"", "refers to no bucket")]
    [InlineData("0136", "S3Event(\"@B\", Events = \" ; \")", "Events = \" ; \"", "Events is empty")]
    [InlineData("0136", "S3Event(\"@B\", ResourceName = \"a-b\")", "ResourceName = \"a-b\"", "letters and digits only")]
    [InlineData("0136", "S3Event(\"@B\"), S3Event(\"@B\")", "\"@B\"", "another event called 'B'")]
    [InlineData("0136", "S3Event(\"@B\"), S3Event(\"@C\", ResourceName = \"B\")", "\"@C\"", "set ResourceName to another name")]
    [InlineData("0116", "SQSEvent(\"work\")", "\"work\"", "is no queue; write its ARN")]
    [InlineData("0116", "SQSEvent(\"arn:aws:sqs:x:1\")", "\"arn:aws:sqs:x:1\"", "is no queue; write its ARN")]
    [InlineData("0116", "SQSEvent(\"arn:aws:sqs:x:1:-\")", "\"arn:aws:sqs:x:1:-\"", "no name can be made of it")]
    [InlineData("0116", "SQSEvent(queue: \"@a b\")", "queue: \"@a b\"", "'@a b' refers to nothing")]
    [InlineData("0116", "SQSEvent(\"@Q\", ResourceName = \"\")", "ResourceName = \"\"", "cannot be called ''")]
    [InlineData("0116", "SQSEvent(\"@Q\", BatchSize = 0)", "BatchSize = 0", "BatchSize is 0; use 1 to 10000")]
    [InlineData("0116", "SQSEvent(\"@Q\", BatchSize = 10001, MaximumBatchingWindowInSeconds = 1)", "BatchSize = 10001", "use 1 to 10000")]
    [InlineData("0116", "SQSEvent(\"@Q\", BatchSize = 11)", "BatchSize = 11", "set MaximumBatchingWindowInSeconds to at least 1")]
    [InlineData("0116", "SQSEvent(\"@Q\", BatchSize = 11, MaximumBatchingWindowInSeconds = 0)", "BatchSize = 11", "at least 1")]
    [InlineData("0116", "SQSEvent(\"@Q\", MaximumBatchingWindowInSeconds = 301)", "MaximumBatchingWindowInSeconds = 301", "use 0 to 300")]
    [InlineData("0116", "SQSEvent(\"" + Fifo + "\", BatchSize = 11)", "BatchSize = 11", "a FIFO queue gives at most 10")]
    [InlineData("0116", "SQSEvent(\"" + Fifo + "\", MaximumBatchingWindowInSeconds = 0)", "MaximumBatchingWindowInSeconds = 0", "leave MaximumBatchingWindowInSeconds out")]
    [InlineData("0116", "SQSEvent(\"@Q\", MaximumConcurrency = 1)", "MaximumConcurrency = 1", "use 2 to 1000")]
    [InlineData("0116", "SQSEvent(\"@Q\", MaximumConcurrency = 1001)", "MaximumConcurrency = 1001", "use 2 to 1000")]
    [InlineData("0116", "SQSEvent(\"@Q\"), SQSEvent(\"@Q\")", "\"@Q\"", "another event called 'Q'")]
    [InlineData("0138", "SNSEvent(\"news\")", "\"news\"", "is no topic; write its ARN")]
    [InlineData("0138", "SNSEvent(\"@\")", "\"@\"", "refers to nothing")]
    [InlineData("0138", "SNSEvent(\"@T\", ResourceName = \"a.b\")", "ResourceName = \"a.b\"", "letters and digits only")]
    [InlineData("0137", "DynamoDBEvent(\"photos\")", "\"photos\"", "is no stream; write its ARN")]
    [InlineData("0137", "DynamoDBEvent(\"" + Table + "\")", "\"" + Table + "\"", "is no stream; write its ARN")]
    [InlineData("0137", "DynamoDBEvent(\"@\")", "\"@\"", "refers to nothing")]
    [InlineData("0137", "DynamoDBEvent(\"@T\", BatchSize = 10001)", "BatchSize = 10001", "use 1 to 10000")]
    [InlineData("0137", "DynamoDBEvent(\"@T\", BatchSize = 0)", "BatchSize = 0", "use 1 to 10000")]
    [InlineData("0137", "DynamoDBEvent(\"@T\", MaximumBatchingWindowInSeconds = 301)", "MaximumBatchingWindowInSeconds = 301", "use 0 to 300")]
    [InlineData("0137", "DynamoDBEvent(\"@T\", ResourceName = \"_\")", "ResourceName = \"_\"", "letters and digits only")]
    [InlineData("0139", "ScheduleEvent(\"every day\")", "\"every day\"", "write 'rate(1 day)'")]
    [InlineData("0139", "ScheduleEvent(\"\")", "\"\"", "is no schedule")]
    [InlineData("0139", "ScheduleEvent(\"rate(1 day)\", ResourceName = \"a b\")", "ResourceName = \"a b\"", "letters and digits only")]
    public void A_value_that_cannot_be_is_an_error_there(string id, string attributes, string place, string reason)
    {
        var type = attributes[..attributes.IndexOf('(', StringComparison.Ordinal)];
        var parameter = type == "ScheduleEvent" ? "ScheduledEvent" : type;
        var source = $"[LambdaFunction, {attributes}] public void Run({parameter} e) {{ }}";

        var error = Assert.Single(Errors(source));

        Assert.Equal(($"AWSLambda{id}", place), (error.Id, error.Text));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("'Run'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SQSEvent(\"@Q\", BatchSize = 10)")]
    [InlineData("SQSEvent(\"@Q\", BatchSize = 10000, MaximumBatchingWindowInSeconds = 300, MaximumConcurrency = 1000)")]
    [InlineData("SQSEvent(\"@Q\"), SQSEvent(\"@Q\", ResourceName = \"Again\")")]
    [InlineData("SQSEvent(\"" + Fifo + "\", BatchSize = 10, MaximumConcurrency = 2)")]
    public void Values_at_their_bounds_are_fine(string attributes)
    {
        Assert.Empty(Errors($"[LambdaFunction, {attributes}] public void Run(SQSEvent e) {{ }}"));
    }

    [Theory]
    [InlineData("S3Event(\"@B\", Enabled = true)", "S3Event")]
    [InlineData("SNSEvent(\"@T\", Enabled = false)", "SNSEvent")]
    public void A_switch_that_sam_does_not_know_is_a_warning_and_the_function_stays(string attribute, string parameter)
    {
        var member = $"[LambdaFunction, {attribute}] public void Run({parameter} e) {{ }}";

        var warning = Assert.Single(EventRun.Of(member).Diagnostics);

        Assert.Equal(("LAMBDA107", DiagnosticSeverity.Warning), (warning.Id, warning.Severity));
        Assert.StartsWith("Enabled = ", EventError.Of(warning, EventRun.Source(member)).Text, StringComparison.Ordinal);
        Assert.Contains("\"Enabled\",", EventRun.Of(member).Generated("Manifest.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S3Event(\"@B\")", "void Run()", "Run", "take (S3Event) or (S3Event, ILambdaContext)")]
    [InlineData("S3Event(\"@B\")", "void Run(SQSEvent e)", "e", "take (S3Event) or (S3Event, ILambdaContext)")]
    [InlineData("S3Event(\"@B\")", "void Run(ILambdaContext c, S3Event e)", "c|e", "take (S3Event)")]
    [InlineData("S3Event(\"@B\")", "void Run(S3Event e, string s)", "s", "take (S3Event)")]
    [InlineData("S3Event(\"@B\")", "void Run(S3Event e, [FromServices] Random r)", "r", "come through the constructor of 'F'")]
    [InlineData("S3Event(\"@B\")", "string Run(S3Event e)", "string", "return void or Task")]
    [InlineData("S3Event(\"@B\")", "Task<string> Run(S3Event e)", "Task<string>", "return void or Task")]
    [InlineData("S3Event(\"@B\")", "SQSBatchResponse Run(S3Event e)", "SQSBatchResponse", "return void or Task")]
    [InlineData("SQSEvent(\"@Q\")", "string Run(SQSEvent e)", "string", "void or Task, SQSBatchResponse or Task<SQSBatchResponse>")]
    [InlineData("SNSEvent(\"@T\")", "void Run(string e)", "e", "take (SNSEvent)")]
    [InlineData("DynamoDBEvent(\"@T\")", "int Run(DynamoDBEvent e)", "int", "return void or Task")]
    [InlineData("ScheduleEvent(\"rate(1 day)\")", "void Run(ILambdaContext c)", "c", "take (ScheduledEvent)")]
    public void A_method_that_an_event_cannot_invoke_is_told_its_shape(
        string attribute, string method, string places, string reason)
    {
        var errors = Errors($"[LambdaFunction, {attribute}] public {method} => throw new Exception();");

        Assert.Equal(places.Split('|'), errors.Select(error => error.Text));
        Assert.All(errors, error => Assert.Equal("AWSLambda0117", error.Id));
        Assert.All(errors, error => Assert.Contains(reason, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_http_result_has_nobody_to_go_to()
    {
        var errors = Errors("[LambdaFunction, SQSEvent(\"@Q\")] public IHttpResult Run(SQSEvent e) => HttpResults.Ok();");

        Assert.Equal(["AWSLambda0105", "AWSLambda0117"], errors.Select(error => error.Id));
    }

    [Theory]
    [InlineData("SQSEvent(\"@Q\"), S3Event(\"@B\")", "S3Event(\"@B\")", "'Run' has [SQSEvent] and [S3Event]")]
    [InlineData("SQSEvent(\"@Q\"), HttpApi(LambdaHttpMethod.Get, \"/{id}\")", "HttpApi(LambdaHttpMethod.Get, \"/{id}\")", "[SQSEvent] and [HttpApi]")]
    [InlineData("SQSEvent(\"@Q\"), SQSEvent(\"\"), ScheduleEvent(\"\")", "ScheduleEvent(\"\")", "make two functions of it")]
    [InlineData("SQSEvent(\"@Q\"), Amazon.Lambda.Annotations.ALB.ALBApi(\"@L\", \"/\", 1)", "Amazon.Lambda.Annotations.ALB.ALBApi(\"@L\", \"/\", 1)", "[SQSEvent] and [ALBApi]")]
    public void Two_kinds_of_events_are_one_error_and_no_other(string attributes, string place, string reason)
    {
        var error = Assert.Single(Errors($"[LambdaFunction, {attributes}] public void Run(SQSEvent e) {{ }}"));

        Assert.Equal(("AWSLambda0102", place), (error.Id, error.Text));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S3Event(\"@B\")")]
    [InlineData("SQSEvent(\"@Q\")")]
    [InlineData("SNSEvent(\"@T\")")]
    [InlineData("DynamoDBEvent(\"@T\")")]
    [InlineData("ScheduleEvent(\"rate(1 day)\")")]
    [InlineData("Amazon.Lambda.Annotations.ALB.ALBApi(\"@L\", \"/\", 1)")]
    public void An_event_of_a_method_that_is_no_function_is_an_error(string attribute)
    {
        var error = Assert.Single(Errors($"[{attribute}] public void Run() {{ }}"));

        Assert.Equal(("AWSLambda0129", "Run"), (error.Id, error.Text));
        Assert.Contains("add [LambdaFunction]", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWSLambda0132", "Amazon.Lambda.Annotations.ALB.ALBApi(\"@L\", \"/\", 1)")]
    [InlineData("AWSLambda0144", "DurableExecution(60)")]
    public void What_is_not_offered_is_refused_rather_than_deployed_as_something_else(string id, string attribute)
    {
        var error = Assert.Single(Errors($"[LambdaFunction, {attribute}] public void Run() {{ }}"));

        Assert.Equal((id, attribute), (error.Id, error.Text));
        Assert.Contains("which is not offered", error.Message, StringComparison.Ordinal);
    }

    private static EventError[] Errors(string member)
    {
        var source = EventRun.Source(member);
        return [.. EventRun.Of(member).Diagnostics.Select(error => EventError.Of(error, source))];
    }

    private sealed record EventError(string Id, string Text, string Message)
    {
        // The generator lets go of the tree, so a place is looked up in the text.
        public static EventError Of(Diagnostic error, string source)
        {
            var span = error.Location.SourceSpan;
            return new EventError(error.Id, source.Substring(span.Start, span.Length), error.GetMessage(null));
        }
    }
}
