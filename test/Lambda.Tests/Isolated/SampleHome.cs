using System.Reflection;
using Lambda.Local;
using Lambda.Tests.HttpApi;
using Lambda.Tests.Native;
using Photos.Tests.Shared;

namespace Lambda.Tests.Isolated;

/// <summary>The sample's functions in a local cloud; subclasses say where they run.</summary>
public abstract class SampleHome : IAsyncLifetime
{
    /// <summary>Why they cannot run there; null where they can.</summary>
    public virtual string? Missing => null;

    private CloudFixture? _fixture;
    private LocalCloud? _cloud;

    internal HttpClient Http => _fixture!.Http;

    internal Uri Api => _cloud!.Addresses.Api;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;

        // Beside this assembly's folder lies the sample's, of the same configuration.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var built = Path.Combine(folder.Parent!.Parent!.FullName, "Lambda.Sample", folder.Name, "bootstrap.dll");
        _fixture = new CloudFixture(await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "test", "Lambda.Sample", "serverless.template")));
        _cloud = LocalCloud.Build(_fixture.Options with
        {
            Functions = Assembly.LoadFrom(built),
            Isolation = await IsolationAsync(),
            Parameters = new Dictionary<string, string>(),
        });
        await _cloud.StartAsync(default);
    }

    private protected abstract Task<IsolationOptions?> IsolationAsync();

    public async ValueTask DisposeAsync()
    {
        if (_cloud is not null)
            await _cloud.DisposeAsync();
        _fixture?.Dispose();
    }
}

public sealed class SampleInProcess : SampleHome
{
    private protected override Task<IsolationOptions?> IsolationAsync() => Task.FromResult<IsolationOptions?>(null);
}

public sealed class SampleInProcesses : SampleHome
{
    private protected override Task<IsolationOptions?> IsolationAsync() =>
        Task.FromResult<IsolationOptions?>(new IsolationOptions { ProcessesPerFunction = 2 });
}

/// <summary>The very executable that a deployment uploads.</summary>
public sealed class SampleInNativeProcesses : SampleHome
{
    public override string? Missing => NativeExecutable.Missing;

    private protected override async Task<IsolationOptions?> IsolationAsync() => new()
    {
        Program = FunctionProgram.Native((await NativeSample.PublishAsync()).Path),
    };
}

public sealed class InProcessSampleTests(SampleInProcess home) : SampleContract(home), IClassFixture<SampleInProcess>;

public sealed class IsolatedSampleTests(SampleInProcesses home)
    : SampleContract(home), IClassFixture<SampleInProcesses>;

public sealed class NativeSampleTests(SampleInNativeProcesses home)
    : SampleContract(home), IClassFixture<SampleInNativeProcesses>;
