using System.Reflection;
using Lambda.Local;
using Lambda.Tests.HttpApi;
using Photos.Tests.Shared;

namespace Lambda.Tests.Isolated;

/// <summary>The sample's functions in a local cloud; subclasses say where they run.</summary>
public abstract class SampleHome(IsolationOptions? isolation) : IAsyncLifetime
{
    private CloudFixture? _fixture;
    private LocalCloud? _cloud;

    internal HttpClient Http => _fixture!.Http;

    internal Uri Api => _cloud!.Addresses.Api;

    public async ValueTask InitializeAsync()
    {
        // Beside this assembly's folder lies the sample's, of the same configuration.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var built = Path.Combine(folder.Parent!.Parent!.FullName, "Lambda.Sample", folder.Name, "bootstrap.dll");
        _fixture = new CloudFixture(await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "test", "Lambda.Sample", "serverless.template")));
        _cloud = LocalCloud.Build(_fixture.Options with
        {
            Functions = Assembly.LoadFrom(built),
            Isolation = isolation,
            Parameters = new Dictionary<string, string>(),
        });
        await _cloud.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cloud is not null)
            await _cloud.DisposeAsync();
        _fixture?.Dispose();
    }
}

public sealed class SampleInProcess() : SampleHome(isolation: null);

public sealed class SampleInProcesses() : SampleHome(new IsolationOptions { ProcessesPerFunction = 2 });

public sealed class InProcessSampleTests(SampleInProcess home) : SampleContract(home), IClassFixture<SampleInProcess>;

public sealed class IsolatedSampleTests(SampleInProcesses home)
    : SampleContract(home), IClassFixture<SampleInProcesses>;
