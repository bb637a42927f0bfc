using System.Text;
using System.Text.Json;
using Lambda.Local;
using Lambda.Local.Invoking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lambda.Tests.HttpApi;

public sealed class InvokerTests
{
    private readonly StoppedClock _clock = new();

    [Theory]
    [InlineData("bootstrap", "Greet")]
    [InlineData("bootstrap", "SampleFunctions.Greet")]
    [InlineData("bootstrap", "Lambda.Tests.HttpApi.SampleFunctions.Greet")]
    [InlineData("Lambda.Tests::Lambda.Tests.HttpApi.SampleFunctions_Greet_Generated::Greet", null)]
    public async Task A_handler_is_found_by_every_spelling_of_its_name(string handler, string? method)
    {
        var function = Function(handler, method);

        var result = await InvokeAsync(function, """{"pathParameters":{"name":"Ada"}}""");

        Assert.Equal("""{"statusCode":200,"body":"Hello Ada"}""", result);
    }

    [Fact]
    public async Task A_handler_may_be_written_by_hand()
    {
        var function = Function("Lambda.Tests::Lambda.Tests.HttpApi.Plain::Upper", null);

        Assert.Equal("\"ADA\"", await InvokeAsync(function, "\"ada\""));
    }

    [Fact]
    public async Task A_function_knows_its_name_its_deadline_and_its_environment()
    {
        var variable = new KeyValuePair<string, string>("SAMPLE_SETTING", "from the template");

        var result = await InvokeAsync(Function("bootstrap", "Describe", variable), """{"rawPath":"/things"}""");

        var described = JsonElement.Parse(result);
        Assert.Equal("TheFunction", described.GetProperty("function").GetString());
        Assert.Equal("10", described.GetProperty("seconds").GetString());
        Assert.Equal("from the template", described.GetProperty("setting").GetString());
        Assert.True(Guid.TryParse(described.GetProperty("request").GetString(), out _));
        Assert.False(Environment.GetEnvironmentVariables().Contains("ANNOTATIONS_HANDLER"));
    }

    [Theory]
    [InlineData("Root=1-6b0a5a32-f7f096208baeebd58692a149", "Root=1-6b0a5a32-f7f096208baeebd58692a149")]
    [InlineData(null, "Root=1-[0-9a-f]{8}-[0-9a-f]{24}")]
    public async Task A_function_belongs_to_its_callers_trace_or_begins_one(string? trace, string root)
    {
        var function = Function("bootstrap", "Describe");
        var invocation = new Invocation(ScriptedInvoker.Bytes("""{"rawPath":"/things"}""")) { Trace = trace };

        var described = JsonElement.Parse((await Invoker(function).InvokeAsync(function, invocation)).Span);

        Assert.Matches($"^{root};Parent=[0-9a-f]{{16}};Sampled=0$", described.GetProperty("trace").GetString());
    }

    [Fact]
    public async Task What_a_function_logs_stands_beside_its_event()
    {
        var function = Function("bootstrap", "Describe");
        var invocation = new Invocation(ScriptedInvoker.Bytes("""{"rawPath":"/things"}"""));

        await Invoker(function).InvokeAsync(function, invocation);

        Assert.Equal([new LogLine(LogLevel.Information, "Describing /things")], invocation.Lines);
    }

    [Fact]
    public async Task A_function_that_throws_has_failed_with_its_cause()
    {
        var failure = await Assert.ThrowsAsync<FunctionException>(
            () => InvokeAsync(Function("bootstrap", "Fail"), "{}"));

        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_its_timeout_has_failed()
    {
        var invoking = InvokeAsync(Function("bootstrap", "Hang"), "{}");
        await _clock.TimerSetAsync();

        _clock.Move(TimeSpan.FromSeconds(10));

        var failure = await Assert.ThrowsAsync<FunctionException>(() => invoking);
        Assert.Equal("TheFunction timed out after 10 seconds.", failure.Message);
    }

    [Fact]
    public async Task A_handler_that_is_missing_stops_the_start()
    {
        var error = await Assert.ThrowsAsync<LocalStartException>(
            () => Invoker(Function("bootstrap", "Nothing")).ReadyAsync());

        Assert.Equal(
            "The template's function TheFunction has the handler Nothing, which Lambda.Tests does not have; " +
            "build the function set again.",
            error.Message);
    }

    [Fact]
    public async Task A_handler_that_cannot_be_made_stops_the_start_with_its_reason()
    {
        var error = await Assert.ThrowsAsync<LocalStartException>(
            () => Invoker(Function("bootstrap", "Broken")).ReadyAsync());

        Assert.Equal("The function TheFunction cannot start: SAMPLE is not set.", error.Message);
    }

    [Fact]
    public async Task A_handler_that_nobody_can_make_is_told_at_the_start()
    {
        var error = await Assert.ThrowsAsync<LocalStartException>(
            () => Invoker(Function("Lambda.Tests::Lambda.Tests.HttpApi.Needy::Upper", null)).ReadyAsync());

        Assert.EndsWith("Needy has no constructor without parameters.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_of_one_variable_are_told_at_the_start()
    {
        var told = new ToldLines();
        FunctionDescription[] functions =
        [
            Function("bootstrap", "Greet", new KeyValuePair<string, string>("SHARED_SETTING", "a secret")),
            Function("bootstrap", "Greet", new KeyValuePair<string, string>("SHARED_SETTING", "another secret")) with
            {
                LogicalId = "TheOther",
            },
        ];

        _ = new InProcessInvoker(new FunctionAssembly(typeof(InvokerTests).Assembly), functions, told, _clock);

        Assert.StartsWith(
            "TheOther wants another SHARED_SETTING than TheFunction, whose value holds",
            Assert.Single(told.Lines),
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.Lines[0], StringComparison.Ordinal);
    }

    private async Task<string> InvokeAsync(FunctionDescription function, string payload)
    {
        var result = await Invoker(function).InvokeAsync(function, new Invocation(ScriptedInvoker.Bytes(payload)));
        return Encoding.UTF8.GetString(result.Span);
    }

    private InProcessInvoker Invoker(FunctionDescription function) =>
        new(new FunctionAssembly(typeof(InvokerTests).Assembly), [function], NullLoggerFactory.Instance, _clock);

    private static FunctionDescription Function(
        string handler, string? method, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var variables = environment.ToDictionary();
        if (method is not null)
            variables["ANNOTATIONS_HANDLER"] = method;
        return new FunctionDescription("TheFunction", handler, TimeSpan.FromSeconds(10), 512, variables);
    }
}
