using Microsoft.AspNetCore.Http;

namespace Lambda.Local;

/// <summary>Requests that functions are answering, so that a stop can wait for them.</summary>
/// <remarks>
/// A function needs the object store for its answer, and a web server that stops takes no further connection on any of
/// its ports. So what runs is waited for before the server is told to stop.
/// </remarks>
internal sealed class RunningRequests
{
    // What is accepted behind it has more than its own time to end: the host's is five seconds in all.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count = 1;
    private volatile bool _isStopping;

    /// <summary>Lets a request be answered, or closes its connection as a stopped server would.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate answer)
    {
        if (!TryBegin())
        {
            context.Abort();
            return;
        }

        try
        {
            await answer(context);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Takes no further request, and waits for a while for those that run.</summary>
    public async Task StopAsync()
    {
        _isStopping = true;
        End();
        await _ended.Task.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // One is counted for as long as nobody stops: at zero nothing runs and nothing may begin.
    private bool TryBegin()
    {
        for (var seen = Volatile.Read(ref _count); seen > 0 && !_isStopping;)
        {
            var before = Interlocked.CompareExchange(ref _count, seen + 1, seen);
            if (before == seen)
                return true;
            seen = before;
        }

        return false;
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
            _ended.TrySetResult();
    }
}
