using System.Diagnostics;

namespace Lambda.Tests.ObjectStore;

/// <summary>A disk that is really full: a file system of one megabyte in memory, where one may be mounted.</summary>
public sealed class SmallDiskTests : IAsyncLifetime
{
    private readonly string _mount = Directory.CreateTempSubdirectory("disk-").FullName;
    private bool _isMounted;

    public async ValueTask InitializeAsync() =>
        _isMounted = OperatingSystem.IsLinux()
            && await RunAsync("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", _mount);

    public async ValueTask DisposeAsync()
    {
        if (_isMounted)
            await RunAsync("umount", _mount);
        Directory.Delete(_mount);
    }

    [Fact]
    public async Task What_does_not_fit_is_507_and_leaves_its_room_to_what_does()
    {
        Assert.SkipUnless(_isMounted, "Only root on Linux may mount a file system.");
        await using var store = await StoreHost.StartAsync(Path.Combine(_mount, "store"));
        var (small, large) = (new byte[600_000], new byte[1_200_000]);

        await store.StoreAsync("small", small);
        var refused = await store.PutAsync(store.UploadLink("large", large), large);
        var again = await store.PutAsync(store.UploadLink("again", small), small);

        Assert.Equal(new Refusal(507, "InsufficientStorage"), refused);
        Assert.Equal(new Refusal(507, "InsufficientStorage"), again);
        Assert.Single(store.Files());
        await store.S3.DeleteObjectAsync(StoreHost.Bucket, "small", TestContext.Current.CancellationToken);
        await store.StoreAsync("again", small);
    }

    private static async Task<bool> RunAsync(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
