using System.Text.Json;
using Lambda.Local;
using Lambda.Local.Invoking;
using Lambda.Local.Isolated;
using Lambda.Tests.Observing;
using Microsoft.Extensions.Logging;

namespace Lambda.Tests.HttpApi;

/// <summary>Functions in this process leave the lines that they leave in the cloud.</summary>
public sealed class LoggedInvokerTests : IDisposable
{
    private readonly ScriptedInvoker _inner = new();
    private readonly ToldLines _told = new();

    [Fact]
    public async Task Each_event_leaves_one_line_on_the_terminal_and_beside_the_event()
    {
        var invocation = new Invocation(ScriptedInvoker.Bytes(Told.Request("GET /orders/{id}")));
        _inner.Returns("""{"statusCode":404}""");

        await Invoker().InvokeAsync(Orders(), invocation);

        var line = Assert.Single(_told.Lines);
        Assert.Equal([new LogLine(LogLevel.Information, line)], invocation.Lines);
        Assert.Equal("GET /orders/{id}", Read(line).GetProperty("route").GetString());
        Assert.Equal(1, Read(line).GetProperty("ClientErrors").GetInt32());
    }

    [Fact]
    public async Task A_failure_leaves_its_line_and_goes_on_its_way()
    {
        var invocation = new Invocation(ScriptedInvoker.Bytes("{}"));
        var failure = new FunctionException("Orders failed.", new TimeoutException("Bearer 0123456789abcdef"));
        _inner.Result = () => Task.FromException<ReadOnlyMemory<byte>>(failure);

        Assert.Same(failure, await Assert.ThrowsAsync<FunctionException>(
            () => Invoker().InvokeAsync(Orders(), invocation)));

        var line = Read(Assert.Single(_told.Lines));
        Assert.Equal(("Orders", "TimeoutException"), (line.GetProperty("function").GetString(), line.GetProperty("error").GetString()));
        Assert.Equal(1, line.GetProperty("EventFailures").GetInt32());
    }

    [Fact]
    public void A_function_that_shall_be_silent_keeps_the_rest_of_its_environment() =>
        Assert.Equal(["STAGE"], LoggedInvoker.Silent(Orders()).Environment.Keys);

    // A shell may have the variable for another program's sake, and its AWS variables are handed on.
    [Fact]
    public void A_function_in_a_process_of_its_own_is_silent_whatever_the_shell_says()
    {
        var shell = new Dictionary<string, string?> { ["AWS_EMF_NAMESPACE"] = "Other", ["AWS_PROFILE"] = "mine" };
        var program = new FunctionProgram("/bin/functions", [], "/bin");

        var silent = FunctionEnvironment.Of(LoggedInvoker.Silent(Orders()), program, shell, "127.0.0.1:1");

        Assert.False(silent.ContainsKey("AWS_EMF_NAMESPACE"));
        Assert.Equal("mine", silent["AWS_PROFILE"]);
    }

    public void Dispose() => _told.Dispose();

    private LoggedInvoker Invoker() => new(_inner, [Orders()], _told, new StoppedClock());

    private static JsonElement Read(string line) => Told.Members(line + "\n");

    private static FunctionDescription Orders() => new(
        "Orders",
        "bootstrap",
        TimeSpan.FromSeconds(10),
        512,
        new Dictionary<string, string> { ["AWS_EMF_NAMESPACE"] = "Shop", ["STAGE"] = "local" });
}
