using Amazon.Lambda.Core;
using Amazon.Lambda.Observing;
using Amazon.Lambda.RuntimeSupport.Api;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>Event after event: each is answered or reported, and none keeps the next from its turn.</summary>
internal sealed class EventLoop(
    RuntimeApi api, HandlerWrapper handler, Sandbox sandbox, LogWriter writer, TimeProvider clock)
{
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    private readonly EventLog _events = new(sandbox.FunctionName, sandbox.EventLog);
    private readonly bool _isConcurrent = sandbox.Concurrency > 1;
    private bool _hasAnswered;

    /// <summary>Returns when told to stop; a Runtime API that is of no more use is an exception.</summary>
    public Task ServeAsync(CancellationToken ct) => _isConcurrent ? ServeManyAsync(ct) : ServeOneByOneAsync(ct);

    private async Task ServeManyAsync(CancellationToken ct)
    {
        // Handlers may block; without a thread each, the pool would let them wait for one another.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, sandbox.Concurrency), ports);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAll(Enumerable.Range(0, sandbox.Concurrency).Select(_ => Task.Run(async () =>
        {
            try
            {
                await ServeOneByOneAsync(stop.Token);
            }
            finally
            {
                // What ends one loop ends all: the Runtime API is gone, or one event was all that was wanted.
                await stop.CancelAsync();
            }
        })));
    }

    private async Task ServeOneByOneAsync(CancellationToken ct)
    {
        try
        {
            do
            {
                var (head, input) = await api.NextAsync(ct);
                await AnswerAsync(head, input);
            }
            while (!ct.IsCancellationRequested && !sandbox.RunsOnce);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Told to stop while waiting for an event.
        }
    }

    private async Task AnswerAsync(InvocationHead head, Stream input)
    {
        var logger = new InvocationLogger(writer, clock, head, handler.Serializer);
        LambdaLogger.Current.Set(logger, _isConcurrent);
        LambdaTraceProvider.Current.Set(head.TraceId, _isConcurrent);

        // The environment is the process's: with several events at a time there is no trace it could name.
        if (!_isConcurrent)
            Environment.SetEnvironmentVariable(TraceVariable, head.TraceId);

        using var invocation = new InvocationRequest
        {
            InputStream = input,
            LambdaContext = new InvocationContext(sandbox, head, logger, handler.Serializer, clock),
            Deadline = head.Deadline,
            Clock = clock,
        };
        try
        {
            await AnswerAsync(head, invocation, logger);
        }
        finally
        {
            logger.Flush();
        }
    }

    private async Task AnswerAsync(InvocationHead head, InvocationRequest invocation, ILambdaLogger log)
    {
        var start = clock.GetTimestamp();
        var answer = ReadOnlyMemory<byte>.Empty;
        ErrorReport? failure = null;
        try
        {
            answer = await AnswerBytes.ReadAsync(await handler.Handler(invocation));

            // Measured here: a refused upload of many megabytes would cost the caller its time.
            if (answer.Length > RuntimeApi.LargestAnswer)
                failure = ErrorReport.TooLarge(answer.Length);
        }
        catch (Exception error)
        {
            log.LogError(error, "The function failed.");
            failure = ErrorReport.Of(error);
        }

        // Before the answer, as a sandbox may be frozen with it.
        LogEvent(head, invocation.InputStream, answer, failure, clock.GetElapsedTime(start));
        if (failure is not null)
            await FailAsync(head, failure, log);
        else
            await SucceedAsync(head, answer, log);
    }

    private async Task SucceedAsync(InvocationHead head, ReadOnlyMemory<byte> answer, ILambdaLogger log)
    {
        var delivery = await api.SucceedAsync(head.RequestId, answer);
        if (delivery == Delivery.TooLarge)
            await FailAsync(head, ErrorReport.TooLarge(answer.Length), log);
        else if (delivery == Delivery.Refused)
            log.LogError("Lambda no longer wants the answer; its time may have been over.");
    }

    private void LogEvent(
        InvocationHead head, Stream input, ReadOnlyMemory<byte> answer, ErrorReport? failure, TimeSpan time)
    {
        var isFirst = !Interlocked.Exchange(ref _hasAnswered, true);
        if (!_events.HasMetrics && !writer.Wants(LogLevel.Debug))
            return;

        var asked = input is MemoryStream memory && memory.TryGetBuffer(out var buffer) ? buffer : default;
        var outcome = new EventOutcome(head.RequestId, time, isFirst) { Answer = answer, Error = failure?.Type };
        writer.WriteAscii(_events.Line(clock.GetUtcNow(), asked, in outcome));
    }

    private async Task FailAsync(InvocationHead head, ErrorReport error, ILambdaLogger log)
    {
        if (await api.FailAsync(head.RequestId, error) != Delivery.Taken)
            log.LogError("Lambda no longer wants to know of the failure; its time may have been over.");
    }
}
