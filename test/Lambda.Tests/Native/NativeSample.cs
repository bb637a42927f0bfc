using Photos.Tests.Shared;

namespace Lambda.Tests.Native;

/// <summary>The sample's functions, published once for all tests that run them.</summary>
public sealed class NativeSample : IAsyncLifetime
{
    private NativeExecutable? _executable;

    internal NativeExecutable Executable => _executable!;

    public async ValueTask InitializeAsync()
    {
        if (NativeExecutable.Missing is null)
            _executable = await NativeExecutable.PublishAsync("test/Lambda.Sample");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
