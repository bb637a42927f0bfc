using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One event, and what is known about its invocation.</summary>
public class InvocationRequest : IDisposable
{
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    /// <summary>As far as a timer reaches; whoever says that more is left, means that there is no end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    private CancellationTokenSource? _cancellation;

    /// <summary>The event's bytes.</summary>
    public required Stream InputStream { get; init; }

    /// <summary>The invocation.</summary>
    public required ILambdaContext LambdaContext { get; init; }

    /// <summary>
    /// Cancelled half a second before Lambda ends the invocation, which is time to answer that there was none left; at
    /// once when that moment has passed, and never when no end is known. For handlers that are written by hand:
    /// generated ones hand a token to methods that take one.
    /// </summary>
    public CancellationToken CancellationToken => (_cancellation ??= Cancellation()).Token;

    /// <summary>When Lambda ends the invocation; the Unix epoch when that is not known.</summary>
    internal DateTimeOffset Deadline { get; init; } = DateTimeOffset.UnixEpoch;

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation?.Dispose();
        InputStream.Dispose();
        GC.SuppressFinalize(this);
    }

    private CancellationTokenSource Cancellation()
    {
        var left = Deadline - Clock.GetUtcNow() - Reserve;
        return Deadline == DateTimeOffset.UnixEpoch || left > Longest ? new CancellationTokenSource()
            : left > TimeSpan.Zero ? new CancellationTokenSource(left, Clock)
            : new CancellationTokenSource(TimeSpan.Zero);
    }
}

/// <summary>The answer to one event.</summary>
/// <param name="outputStream">The answer's bytes, from where the stream stands to its end.</param>
/// <param name="disposeOutputStream">Whether the stream is disposed of once it is sent.</param>
public class InvocationResponse(Stream outputStream, bool disposeOutputStream = true)
{
    /// <summary>The answer's bytes, from where the stream stands to its end.</summary>
    public Stream OutputStream { get; } = outputStream;

    /// <summary>Whether the stream is disposed of once it is sent.</summary>
    public bool DisposeOutputStream { get; } = disposeOutputStream;
}

/// <summary>Answers one event.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

/// <summary>Runs once before the first event; false ends the process without serving any.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
