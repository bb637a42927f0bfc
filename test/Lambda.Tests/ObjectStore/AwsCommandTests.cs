using System.Diagnostics;
using System.Security.Cryptography;

namespace Lambda.Tests.ObjectStore;

/// <summary>The AWS command line, unmodified but for the endpoint. Skipped, with the reason, where it is not.</summary>
public sealed class AwsCommandTests : IAsyncLifetime
{
    private const int AboveItsMultipartThreshold = 20 << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("aws-").FullName;

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(IsOnPath("aws"), "The AWS command line is not on the PATH (Debian: apt-get install awscli).");
        _store = await StoreHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Files_are_copied_in_and_out_listed_and_removed()
    {
        var (small, large) = (FileOf(1_000), FileOf(AboveItsMultipartThreshold));

        await Task.WhenAll(
            RunAsync("cp", small, "s3://pictures/a/small.bin"),
            RunAsync("cp", large, "s3://pictures/a/large.bin"));
        var listed = await RunAsync("ls", "--recursive", "s3://pictures/");
        await Task.WhenAll(
            RunAsync("cp", "s3://pictures/a/small.bin", $"{small}.back"),
            RunAsync("cp", "s3://pictures/a/large.bin", $"{large}.back"),
            RunAsync("cp", "s3://pictures/a/large.bin", "s3://pictures/b/copy.bin"));
        await RunAsync("rm", "--recursive", "s3://pictures/a/");
        var left = await RunAsync("ls", "--recursive", "s3://pictures/");

        Assert.Contains(" 1000 a/small.bin", listed.Output, StringComparison.Ordinal);
        Assert.Contains($" {AboveItsMultipartThreshold} a/large.bin", listed.Output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(small, Ct), await File.ReadAllBytesAsync($"{small}.back", Ct));
        Assert.Equal(await File.ReadAllBytesAsync(large, Ct), await File.ReadAllBytesAsync($"{large}.back", Ct));
        Assert.EndsWith($" {AboveItsMultipartThreshold} b/copy.bin", left.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_a_link_ends_when_it_says()
    {
        await _store.StoreAsync("k", [1, 2, 3]);

        var refused = await RunWithAsync("not the secret", "ls", "s3://pictures/");
        var link = (await RunAsync("presign", "s3://pictures/k", "--expires-in", "600")).Output.Trim();
        var bytes = await _store.Http.GetByteArrayAsync(link, Ct);
        _store.Clock.Move(TimeSpan.FromSeconds(601));
        using var late = await _store.Http.GetAsync(link, Ct);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("SignatureDoesNotMatch", refused.Errors, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], bytes);
        Assert.Equal(403, (int)late.StatusCode);
    }

    private string FileOf(int size)
    {
        var path = Path.Combine(_folder, $"{size}.bin");
        File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(size));
        return path;
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words)
    {
        var ended = await RunWithAsync(_store.Credentials.SecretKey, words);
        Assert.True(ended.ExitCode == 0, $"aws s3 {string.Join(' ', words)}: {ended.Errors}");
        return ended;
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunWithAsync(string secret, params string[] words)
    {
        var start = new ProcessStartInfo("aws", ["s3", .. words, "--endpoint-url", _store.Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ACCESS_KEY_ID"] = _store.Credentials.AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = secret;
        start.Environment["AWS_DEFAULT_REGION"] = "eu-central-1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var file in (string[])["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"])
            start.Environment[file] = Path.Combine(_folder, "none");
        start.Environment["NO_PROXY"] = "*";

        using var aws = Process.Start(start)!;
        var errors = aws.StandardError.ReadToEndAsync(Ct);
        var output = await aws.StandardOutput.ReadToEndAsync(Ct);
        await aws.WaitForExitAsync(Ct);
        return (aws.ExitCode, output, await errors);
    }

#pragma warning disable RS0030 // Where programs are is only told by the environment.
    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
#pragma warning restore RS0030
}
