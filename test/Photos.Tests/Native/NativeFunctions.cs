using Photos.Tests.Shared;

namespace Photos.Tests.Native;

/// <summary>The library's functions, published once for all tests that run them.</summary>
public sealed class NativeFunctions : IAsyncLifetime
{
    private NativeExecutable? _executable;

    internal NativeExecutable Executable => _executable!;

    public async ValueTask InitializeAsync()
    {
        if (NativeExecutable.Missing is null)
            _executable = await NativeExecutable.PublishAsync("src/Photos.Functions");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
