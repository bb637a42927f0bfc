using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One event, and what is known about its invocation.</summary>
public class InvocationRequest : IDisposable
{
    /// <summary>The event's bytes.</summary>
    public required Stream InputStream { get; init; }

    /// <summary>The invocation.</summary>
    public required ILambdaContext LambdaContext { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        InputStream.Dispose();
        GC.SuppressFinalize(this);
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
