using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;
using Amazon.Lambda.RuntimeSupport.Hosting;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The life of a function: start once, then answer event after event until the sandbox is gone.</summary>
/// <remarks>
/// A failing event is reported and the loop goes on. A failing start is reported and ends the process, because Lambda
/// only starts over when we exit. A failing Runtime API ends it too: there is nobody left to tell.
/// </remarks>
public sealed class LambdaBootstrap : IDisposable
{
    private readonly Func<HandlerWrapper> _start;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly Sandbox _sandbox;
    private readonly bool _ownsProcess;
    private readonly LogWriter _writer;
    private readonly InvocationLogger _startLog;
    private readonly TimeProvider _clock;
    private readonly HttpClient? _ownClient;
    private readonly RuntimeApi _api;

    /// <summary>Serves a handler; what surrounds it is read from the environment.</summary>
    /// <param name="handler">Answers one event at a time.</param>
    /// <param name="initializer">Runs once before the first event.</param>
    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(null, HandlerWrapper.Of(handler), initializer)
    {
    }

    /// <inheritdoc cref="LambdaBootstrap(LambdaBootstrapHandler, LambdaBootstrapInitializer)"/>
    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(null, handlerWrapper, initializer)
    {
    }

    /// <summary>Serves a handler through a client of the caller's own, which should not time out.</summary>
    public LambdaBootstrap(
        HttpClient? httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(() => handlerWrapper, initializer, Sandbox.Here(), httpClient, null, TimeProvider.System)
    {
    }

    /// <param name="log">Where lines go; null for the console, which with the rest of the process is then ours.</param>
    internal LambdaBootstrap(
        Func<HandlerWrapper> start,
        LambdaBootstrapInitializer? initializer,
        Sandbox sandbox,
        HttpClient? http,
        TextWriter? log,
        TimeProvider clock)
    {
        (_start, _initializer, _sandbox, _clock, _ownsProcess) = (start, initializer, sandbox, clock, log is null);
        _writer = new LogWriter(() => log ?? OwnProcess.OpenConsole(), sandbox.LogFormat, sandbox.LogLevel);
        _startLog = new InvocationLogger(_writer, clock);
        _ownClient = http is null ? RuntimeApi.NewClient() : null;
        _api = new RuntimeApi(http ?? _ownClient!, sandbox.RuntimeApi ?? "");
    }

    private ILambdaLogger Log => _startLog;

    /// <summary>Serves until told to stop, by the token or by SIGTERM.</summary>
    /// <param name="cancellationToken">
    /// Ends the waiting for a next event; an answer that is being made is still delivered.
    /// </param>
    /// <returns>
    /// The process's exit code: 0 when told to stop, 1 when it could not start or had nobody to serve. It is also set
    /// as <see cref="Environment.ExitCode"/>, for programs that do not look.
    /// </returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        if (!_ownsProcess)
            return await ServeAsync(cancellationToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var process = new OwnProcess(stop.Cancel);
        return Environment.ExitCode = await ServeAsync(stop.Token);
    }

    /// <inheritdoc/>
    public void Dispose() => _ownClient?.Dispose();

    private async Task<int> ServeAsync(CancellationToken ct)
    {
        if (!Uri.TryCreate($"http://{_sandbox.RuntimeApi}/", UriKind.Absolute, out _))
        {
            Log.LogCritical(
                $"AWS_LAMBDA_RUNTIME_API is {(_sandbox.RuntimeApi is null ? "not set" : "no address")}. "
                + "Lambda sets it; elsewhere, set it to host:port of a Runtime API.");
            return 1;
        }

        LambdaLogger.Current.Set(Log, inFlow: false);
        HeapLimit.Set(_sandbox);
        try
        {
            if (await StartAsync() is not { } handler || (_sandbox.HasSnapshot && !await SnapshotAsync(ct)))
                return 1;

            await new EventLoop(_api, handler, _sandbox, _writer, _clock).ServeAsync(ct);
            return 0;
        }
        catch (RuntimeApiException error)
        {
            Log.LogCritical(error, "The Runtime API does not answer as it should; the process ends.");
            return 1;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            // What a start printed last may be why it failed.
            _startLog.Flush();
        }
    }

    private async Task<HandlerWrapper?> StartAsync()
    {
        try
        {
            var handler = _start();
            return _initializer is null || await _initializer() ? handler : null;
        }
        catch (Exception error)
        {
            Log.LogCritical(error, "The function could not be started.");
            await _api.FailInitAsync(ErrorReport.Of(error));
            return null;
        }
    }

    /// <returns>False when a callback failed, which is reported by then.</returns>
    private async Task<bool> SnapshotAsync(CancellationToken ct)
    {
        try
        {
            await SnapshotRestore.RunBeforeSnapshotAsync();
        }
        catch (Exception error)
        {
            Log.LogCritical(error, "The function could not be made ready for its snapshot.");
            await _api.FailInitAsync(ErrorReport.Of(error) with { Category = "Runtime.BeforeSnapshotError" });
            return false;
        }

        await _api.RestoreAsync(ct);
        try
        {
            await SnapshotRestore.RunAfterRestoreAsync();
            return true;
        }
        catch (Exception error)
        {
            Log.LogCritical(error, "The function could not be made ready again behind its snapshot.");
            await _api.FailRestoreAsync(ErrorReport.Of(error) with { Category = "Runtime.AfterRestoreError" });
            return false;
        }
    }
}
