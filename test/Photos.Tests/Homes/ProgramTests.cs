using System.Net;
using System.Net.Sockets;

namespace Photos.Tests.Homes;

/// <summary>The program itself: what it prints, how it refuses, and what survives its death.</summary>
public sealed class ProgramTests : IAsyncDisposable
{
    private readonly LocalProcess _program = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_start_says_where_everything_is_and_how_to_stop()
    {
        var printed = await _program.StartAsync();

        Assert.All(
            [$"{_program.Port}", $"{_program.Port + 1}", $"{_program.Port + 2}", _program.Data, "Ctrl+C"],
            words => Assert.Contains(words, printed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_but_the_owner_can_look_into_the_data_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");

        await _program.StartAsync();

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_program.Data) == owner);
    }

    [Fact]
    public async Task A_token_from_the_command_line_opens_the_running_library()
    {
        await _program.StartAsync();

        using var ada = new Visitor(_program.Api, await _program.TokenAsync("ada"));

        Assert.Equal(200, (await ada.GetAsync("/photos")).Status);
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence_and_exit_code_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, _program.Port + 1);
        other.Start();

        await RefusesAsync($"{_program.Port + 1}");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_one_sentence_and_exit_code_1()
    {
        await File.WriteAllTextAsync(_program.Data, "not a folder", Ct);

        await RefusesAsync(_program.Data);

        File.Delete(_program.Data);
    }

    [Fact]
    public async Task A_damaged_database_is_one_sentence_and_exit_code_1()
    {
        Directory.CreateDirectory(_program.Data);
        await File.WriteAllTextAsync(Path.Combine(_program.Data, "photos.db"), new string('x', 8192), Ct);

        await RefusesAsync("damaged");
    }

    [Fact]
    public async Task An_empty_database_beside_pictures_is_one_sentence_and_without_them_a_first_start()
    {
        Directory.CreateDirectory(_program.Data);
        await File.WriteAllBytesAsync(Path.Combine(_program.Data, "photos.db"), [], Ct);
        var pictures = Directory.CreateDirectory(Path.Combine(_program.Data, "objects", "objects")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pictures, "a picture"), "bytes", Ct);
        await RefusesAsync("is empty, but there are pictures");

        File.Delete(Path.Combine(pictures, "a picture"));
        await _program.StartAsync();
    }

    [Theory]
    [InlineData("--port", "eighty")]
    [InlineData("--port", "65534")]
    [InlineData("--colour", "red")]
    [InlineData("--listen", "everywhere")]
    [InlineData("--listen", "1")]
    [InlineData("token", "ada", "--listen", "0.0.0.0")]
    [InlineData("token")]
    public async Task Words_that_make_no_sense_are_one_sentence_and_exit_code_1(params string[] words)
    {
        var (exitCode, _, errors) = await _program.RunAsync(words.Length == 1 ? ["--port", "5080", .. words] : words);

        Assert.Equal(1, exitCode);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Killed_or_stopped_while_uploading_it_has_every_photo_it_acknowledged_and_no_half_one()
    {
        var acknowledged = new List<Acknowledged>();
        await _program.StartAsync();
        var token = await _program.TokenAsync("ada");

        for (var round = 0; round < 3; round++)
        {
            var enough = new TaskCompletionSource();
            Task[] uploads =
                [.. Enumerable.Range(0, 4).Select(_ => UploadUntilItDiesAsync(token, acknowledged, enough))];
            await enough.Task;
            if (round == 1 && !OperatingSystem.IsWindows())
                await _program.StopAsync();
            else
                await _program.KillAsync();
            await Task.WhenAll(uploads);
            await _program.StartAsync();
            Assert.Empty(Directory.GetFiles(Path.Combine(_program.Data, "objects", "incoming")));
        }

        using var ada = new Visitor(_program.Api, token);
        var listed = (await ada.GetAsync("/photos?limit=200")).Json.GetProperty("items").EnumerateArray().ToArray();
        var found = listed.ToDictionary(item => item.GetProperty("id").GetString()!);
        Assert.All(acknowledged, photo => Assert.Contains(photo.Id, found.Keys));
        Assert.InRange(found.Count, acknowledged.Count, acknowledged.Count + 12);
        foreach (var (id, bytes) in acknowledged)
            Assert.Equal(bytes, await ada.DownloadAsync(found[id]));
        foreach (var item in listed)
            Assert.Equal(item.GetProperty("bytes").GetInt64(), (await ada.DownloadAsync(item)).Length);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private async Task UploadUntilItDiesAsync(
        string token, List<Acknowledged> acknowledged, TaskCompletionSource enough)
    {
        const int perRound = 8;
        using var ada = new Visitor(_program.Api, token);
        var uploaded = 0;
        try
        {
            while (true)
            {
                var bytes = A.Jpeg();
                var photo = await ada.UploadAsync("a.jpg", bytes);
                lock (acknowledged)
                    acknowledged.Add(new Acknowledged(photo.GetProperty("id").GetString()!, bytes));
                if (++uploaded == perRound)
                    enough.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // The program is dead, as the test wants it.
        }
    }

    private async Task RefusesAsync(string because)
    {
        var (exitCode, _, errors) = await _program.RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(because, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private sealed record Acknowledged(string Id, byte[] Bytes);
}
