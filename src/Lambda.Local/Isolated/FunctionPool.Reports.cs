namespace Lambda.Local.Isolated;

/// <content>What processes ask and report, and what becomes of them.</content>
internal sealed partial class FunctionPool
{
    /// <summary>The process wants an event; it waits for as long as it takes.</summary>
    /// <returns>Null when it may not have one, or no longer asks.</returns>
    public async ValueTask<FunctionEvent?> NextAsync(Sandbox sandbox, CancellationToken hungUp)
    {
        FunctionEvent? waiting;
        TaskCompletionSource<FunctionEvent?>? poll = null;
        TaskCompletionSource<FunctionEvent?>? abandoned = null;
        Sandbox? started = null;
        lock (_gate)
        {
            if (sandbox.Event is not null || !_all.Contains(sandbox))
                return null;

            Welcome(sandbox);
            if (_waiting.TryDequeue(out waiting))
            {
                Give(sandbox, waiting);
                started = StartIfNeeded();
            }
            else
            {
                (abandoned, poll) = (sandbox.Poll, new TaskCompletionSource<FunctionEvent?>());
                (sandbox.Poll, sandbox.IdleSince) = (poll, clock.GetUtcNow());
                if (abandoned is null)
                    _idle.Add(sandbox);
            }
        }

        Launch(started);
        if (poll is null)
            return waiting;

        abandoned?.TrySetResult(null);
        using var hangUp = hungUp.Register(() => HangUp(sandbox, poll));
        return await poll.Task;
    }

    public Verdict Succeed(Sandbox sandbox, ReadOnlySpan<char> requestId, ReadOnlyMemory<byte> result)
    {
        var verdict = TakeBack(sandbox, requestId, out var answered);
        answered?.Succeed(result);
        return verdict;
    }

    public Verdict Fail(Sandbox sandbox, ReadOnlySpan<char> requestId, string error)
    {
        var verdict = TakeBack(sandbox, requestId, out var failed);
        failed?.Fail($"{Name} failed: {error}");
        return verdict;
    }

    /// <summary>What the process reports is more than Lambda takes, and that is all its event comes to.</summary>
    public Verdict Refuse(Sandbox sandbox, ReadOnlySpan<char> requestId)
    {
        var verdict = Fail(
            sandbox, requestId, $"Function.ResponseSizeTooLarge: an answer has at most {ReportBody.Largest} bytes.");
        return verdict is Verdict.Accepted ? Verdict.TooLarge : verdict;
    }

    /// <summary>The process could not make its function; it is expected to end now.</summary>
    public Verdict FailInit(Sandbox sandbox, string error)
    {
        lock (_gate)
        {
            if (sandbox.HasAsked)
                return Verdict.OutOfTurn;
            sandbox.InitError = $"{Name} cannot start: {error}";
        }

        Ended(sandbox, "");
        return Verdict.Accepted;
    }

    /// <summary>The process is no more, whoever ended it.</summary>
    /// <remarks>
    /// Its event has failed. A start that failed fails all that wait for it, unless another process is there to take
    /// them: no event starts more than one process, so what is broken is not started over and over.
    /// </remarks>
    public void Ended(Sandbox sandbox, string how)
    {
        List<FunctionEvent> lost = [];
        TaskCompletionSource<FunctionEvent?>? poll;
        Sandbox? started;
        lock (_gate)
        {
            if (!Remove(sandbox))
                return;

            (poll, sandbox.Poll) = (sandbox.Poll, null);
            if (sandbox.Event is { } interrupted)
                lost.Add(interrupted);
            if (!sandbox.HasAsked && _all.Count == 0)
            {
                lost.AddRange(_waiting);
                _waiting.Clear();
            }

            // Behind a failed start, the other processes take what waits.
            started = sandbox.HasAsked ? StartIfNeeded() : null;
        }

        poll?.TrySetResult(null);
        var reason = sandbox.InitError ?? $"{Name} {how}.";
        foreach (var failed in lost)
            failed.Fail(reason);
        Launch(started);
    }

    /// <summary>The event that a line of the process's log is about.</summary>
    public FunctionEvent? EventOf(Sandbox sandbox, ReadOnlySpan<char> requestId)
    {
        lock (_gate)
        {
            var isAboutEarlier = sandbox.Event is null || requestId.SequenceEqual(sandbox.Earlier?.RequestId);
            return isAboutEarlier ? sandbox.Earlier : sandbox.Event;
        }
    }

    // With its first question a process has started.
    private void Welcome(Sandbox sandbox)
    {
        if (sandbox.HasAsked)
            return;

        sandbox.HasAsked = true;
        sandbox.StartTimeout?.Dispose();
        _starting = null;
    }

    private Verdict TakeBack(Sandbox sandbox, ReadOnlySpan<char> requestId, out FunctionEvent? taken)
    {
        lock (_gate)
        {
            taken = null;
            if (sandbox.Event is not { } atHand)
                return Verdict.OutOfTurn;
            if (!requestId.SequenceEqual(atHand.RequestId))
                return Verdict.UnknownEvent;

            (taken, sandbox.Event, sandbox.Earlier) = (atHand, null, atHand);
            return Verdict.Accepted;
        }
    }

    private void HangUp(Sandbox sandbox, TaskCompletionSource<FunctionEvent?> poll)
    {
        lock (_gate)
        {
            if (sandbox.Poll != poll)
                return;

            sandbox.Poll = null;
            _idle.Remove(sandbox);
        }

        poll.TrySetResult(null);
    }

    private void TimedOut(Sandbox sandbox, FunctionEvent late)
    {
        lock (_gate)
        {
            if (sandbox.Event != late)
                return;
        }

        Ended(sandbox, $"timed out after {function.Timeout.TotalSeconds} seconds");
        sandbox.Process?.Kill();
    }

    private void StartTimedOut(Sandbox sandbox)
    {
        lock (_gate)
        {
            if (sandbox.HasAsked)
                return;
        }

        var seconds = (StartTime + function.Timeout).TotalSeconds;
        Ended(sandbox, $"did not ask for an event within {seconds} seconds of its start");
        sandbox.Process?.Kill();
    }
}
