using System.Text;
using System.Text.Json;
using Lambda.Local.Invoking;

namespace Lambda.Tests.HttpApi;

/// <summary>Remembers the events it gets and returns what a test says.</summary>
internal sealed class ScriptedInvoker : IInvoker
{
    public Func<Task<ReadOnlyMemory<byte>>> Result { get; set; } =
        () => Task.FromResult(Bytes("""{"statusCode":200}"""));

    public List<(string Function, JsonElement Event)> Invocations { get; } = [];

    /// <summary>What single functions do; the others do what <see cref="Result"/> says.</summary>
    public Dictionary<string, Func<Task<ReadOnlyMemory<byte>>>> Each { get; } = [];

    /// <summary>The trace of the last invocation.</summary>
    public string? Trace { get; private set; }

    public JsonElement Event => Invocations[^1].Event;

    public void Returns(string payload) => Result = () => Task.FromResult(Bytes(payload));

    public Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation)
    {
        Invocations.Add((function.LogicalId, JsonElement.Parse(invocation.Payload.Span)));
        Trace = invocation.Trace;
        return Each.GetValueOrDefault(function.LogicalId, Result)();
    }

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
