using Photos.Tests.Shared;

namespace Lambda.Tests.Native;

/// <summary>The sample's functions, published once for all tests that run them.</summary>
public sealed class NativeSample : IAsyncLifetime
{
    private static readonly Lazy<Task<NativeExecutable>> Published =
        new(() => NativeExecutable.PublishAsync("test/Lambda.Sample"));

    private NativeExecutable? _executable;

    internal NativeExecutable Executable => _executable!;

    public async ValueTask InitializeAsync()
    {
        if (NativeExecutable.Missing is null)
            _executable = await PublishAsync();
    }

    /// <summary>Once in a run, whoever asks first.</summary>
    internal static Task<NativeExecutable> PublishAsync() => Published.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
