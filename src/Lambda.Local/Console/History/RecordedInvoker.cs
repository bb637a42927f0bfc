using Lambda.Local.HttpApi.Responses;
using Lambda.Local.Invoking;

namespace Lambda.Local.Console.History;

/// <summary>Writes every invocation into the journal that no request of the API is the entry of.</summary>
internal sealed class RecordedInvoker(IInvoker invoker, Journal journal, EntryKind kind) : IInvoker
{
    public Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation) =>
        InvokeAsync(
            function,
            invocation,
            journal.Begin(kind, null, EventTitle.Of(invocation.Payload, function.LogicalId)));

    /// <summary>The same under an entry that the caller has begun.</summary>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(
        FunctionDescription function, Invocation invocation, Entry entry)
    {
        entry.Invoked(function.LogicalId, invocation);
        entry.KeepCopy(invocation.Payload.Span);
        var status = 0;
        try
        {
            var result = await invoker.InvokeAsync(function, invocation);
            status = entry.Route is null ? 0 : StatusOf(result, entry);
            return result;
        }
        catch (FunctionException failure)
        {
            entry.Failed(failure);
            throw;
        }
        finally
        {
            entry.End(status);
        }
    }

    // What a client of the API would have got.
    private static int StatusOf(ReadOnlyMemory<byte> result, Entry entry)
    {
        var answer = FunctionResponse.Read(result.Span);
        var status = answer.Kind switch
        {
            ResponseKind.Inferred => 200,
            ResponseKind.Complete => answer.Status,
            ResponseKind.Malformed => 500,
        };
        if (status >= 400)
            entry.Answered(result.Span);
        return status;
    }
}
