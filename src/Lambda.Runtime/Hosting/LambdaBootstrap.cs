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
    private readonly ConsoleLogger _console;
    private readonly ILambdaLogger _log;
    private readonly TimeProvider _clock;
    private readonly HttpClient? _ownClient;
    private readonly RuntimeApi _api;

    /// <summary>Serves a handler; its Runtime API is the one of the environment.</summary>
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

    /// <summary>Serves a handler through a client of your own, which must not time out.</summary>
    public LambdaBootstrap(
        HttpClient? httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(() => handlerWrapper, initializer, Sandbox.Of(Environment.GetEnvironmentVariables()), httpClient, Console.Out, TimeProvider.System)
    {
    }

    internal LambdaBootstrap(
        Func<HandlerWrapper> start,
        LambdaBootstrapInitializer? initializer,
        Sandbox sandbox,
        HttpClient? http,
        TextWriter log,
        TimeProvider clock)
    {
        (_start, _initializer, _sandbox, _clock) = (start, initializer, sandbox, clock);
        _log = _console = new ConsoleLogger(log, sandbox.LogsJson, sandbox.LogLevel, clock);
        _ownClient = http is null ? RuntimeApi.NewClient() : null;
        _api = new RuntimeApi(http ?? _ownClient!, sandbox.RuntimeApi ?? "");
    }

    /// <summary>Serves until told to stop.</summary>
    /// <param name="cancellationToken">
    /// Ends the waiting for a next event; an answer that is being made is still delivered.
    /// </param>
    /// <returns>
    /// The process's exit code: 0 when told to stop, 1 when it could not start or had nobody to serve.
    /// </returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        if (_sandbox.RuntimeApi is null)
        {
            _log.Log(
                LogLevel.Critical,
                "AWS_LAMBDA_RUNTIME_API is not set. Lambda sets it; elsewhere, set it to host:port of a Runtime API.");
            return 1;
        }

        LambdaLogger.Current.Set(_log, inFlow: false);
        HeapLimit.Set(_sandbox);

        try
        {
            return await StartAsync() is { } handler ? await ServeAsync(handler, cancellationToken) : 1;
        }
        catch (Exception error) when (error is RuntimeApiException or HttpRequestException)
        {
            _log.Log(LogLevel.Critical, error, "The Runtime API does not answer as it should; the process ends.");
            return 1;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _ownClient?.Dispose();

    private async Task<HandlerWrapper?> StartAsync()
    {
        try
        {
            var handler = _start();
            return _initializer is null || await _initializer() ? handler : null;
        }
        catch (Exception error)
        {
            _log.Log(LogLevel.Critical, error, "The function could not be started.");
            await _api.FailInitAsync(ErrorReport.Of(error));
            return null;
        }
    }

    private async Task<int> ServeAsync(HandlerWrapper handler, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var (head, input) = await _api.NextAsync(ct);
                await AnswerAsync(handler, head, input);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
        }

        return 0;
    }

    private async Task AnswerAsync(HandlerWrapper wrapper, InvocationHead head, Stream input)
    {
        ILambdaLogger log = _console.For(head);
        LambdaLogger.Current.Set(log, inFlow: false);
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", head.TraceId);

        var context = new InvocationContext(_sandbox, head, log, wrapper.Serializer, _clock);
        using var invocation = new InvocationRequest { InputStream = input, LambdaContext = context };

        ReadOnlyMemory<byte> answer;
        try
        {
            answer = await AnswerBytes.ReadAsync(await wrapper.Handler(invocation));
        }
        catch (Exception error)
        {
            log.Log(LogLevel.Error, error, "The function failed.");
            await FailAsync(head, ErrorReport.Of(error), log);
            return;
        }

        // Measured first: a refused upload of many megabytes would cost the caller its time.
        var delivery = answer.Length > RuntimeApi.LargestAnswer
            ? Delivery.TooLarge
            : await _api.SucceedAsync(head.RequestId, answer);

        if (delivery == Delivery.TooLarge)
            await FailAsync(head, ErrorReport.TooLarge(answer.Length), log);
        else if (delivery == Delivery.Refused)
            log.Log(LogLevel.Error, "Lambda no longer wants the answer; its time may have been over.");
    }

    private async Task FailAsync(InvocationHead head, ErrorReport error, ILambdaLogger log)
    {
        if (await _api.FailAsync(head.RequestId, error) != Delivery.Taken)
            log.Log(LogLevel.Error, "Lambda no longer wants to know of the failure; its time may have been over.");
    }
}
