using Amazon.Lambda.RuntimeSupport.Hosting;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Makes a <see cref="LambdaBootstrap"/>: <c>await LambdaBootstrapBuilder.Create(…).Build().RunAsync()</c>.
/// </summary>
public sealed partial class LambdaBootstrapBuilder
{
    private readonly Func<HandlerWrapper> _start;
    private readonly LambdaBootstrapOptions _options = new();
    private LambdaBootstrapInitializer? _initializer;
    private HttpClient? _http;

    private LambdaBootstrapBuilder(Func<HandlerWrapper> start) => _start = start;

    /// <summary>Serves a function.</summary>
    /// <remarks>
    /// A function that is made by a delegate is made when the bootstrap runs, so that Lambda is told when that fails.
    /// </remarks>
    public static LambdaBootstrapBuilder Create(Func<HandlerWrapper> start) => new(start);

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(HandlerWrapper handler) => new(() => handler);

    /// <inheritdoc cref="Create(Func{HandlerWrapper})"/>
    public static LambdaBootstrapBuilder Create(LambdaBootstrapHandler handler) =>
        new(() => HandlerWrapper.Of(handler));

    /// <summary>Runs before the first event; once, and before a snapshot where Lambda takes one.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer initializer)
    {
        _initializer = initializer;
        return this;
    }

    /// <summary>Talks to the Runtime API through a client of your own, which must not time out.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _http = httpClient;
        return this;
    }

    /// <summary>Changes what would come from the environment.</summary>
    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> configure)
    {
        configure(_options);
        return this;
    }

    /// <summary>The bootstrap.</summary>
    public LambdaBootstrap Build()
    {
        var sandbox = Sandbox.Here();
        if (_options.RuntimeApiEndpoint is { } endpoint)
            sandbox = sandbox with { RuntimeApi = endpoint };

        return new LambdaBootstrap(_start, _initializer, sandbox, _http, null, TimeProvider.System);
    }
}
