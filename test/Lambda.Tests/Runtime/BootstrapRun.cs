using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Hosting;

namespace Lambda.Tests.Runtime;

/// <summary>
/// A bootstrap in this process, against a Runtime API that misbehaves on request. Alone: it sets the process's trace.
/// </summary>
[CollectionDefinition(nameof(BootstrapRun), DisableParallelization = true)]
public abstract class BootstrapRun : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    protected CancellationTokenSource Stop { get; } = new();

    protected StringWriter Log { get; } = new() { NewLine = "\n" };

    private protected ScriptedRuntimeApi Api { get; private set; } = null!;

    /// <summary>What the environment says; tests change what they are about.</summary>
    private protected Sandbox Sandbox { get; set; } = new() { FunctionName = "ListPhotos" };

    public async ValueTask InitializeAsync() => Api = await ScriptedRuntimeApi.StartAsync();

    public async ValueTask DisposeAsync()
    {
        Stop.Dispose();
        Log.Dispose();
        await Api.DisposeAsync();
    }

    protected static string Echo(string input, ILambdaContext context) => input;

    protected static Func<HandlerWrapper> Wrapper(Func<string, ILambdaContext, string> answer) => () =>
        HandlerWrapper.GetHandlerWrapper((Stream input, ILambdaContext context) =>
            (Stream)new MemoryStream(Encoding.UTF8.GetBytes(answer(new StreamReader(input).ReadToEnd(), context))));

    protected Task<int> Run(Func<string, ILambdaContext, string> answer) => Run(Wrapper(answer));

    protected Task<int> Run(LambdaBootstrapHandler handler) => Run(() => HandlerWrapper.Of(handler));

    protected async Task<int> Run(
        Func<HandlerWrapper> start, LambdaBootstrapInitializer? initializer = null, HttpClient? http = null)
    {
        var sandbox = Sandbox with { RuntimeApi = Sandbox.RuntimeApi ?? Api.Endpoint };
        using var bootstrap = new LambdaBootstrap(start, initializer, sandbox, http, Log, new Clock());
        return await bootstrap.RunAsync(Stop.Token).WaitAsync(ScriptedRuntimeApi.Patience);
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }
}
