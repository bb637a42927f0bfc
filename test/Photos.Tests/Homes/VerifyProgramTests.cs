using Photos.Tests.Stores;
using Photos.Tests.Verification;

namespace Photos.Tests.Homes;

/// <summary>The command: what it prints, how it ends, and that a killed library verifies.</summary>
public sealed class VerifyProgramTests(Dynalite dynalite) : IAsyncDisposable
{
    private readonly LocalProcess _program = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_the_middle_of_everything_it_verifies_without_a_deviation_stopped_and_running()
    {
        await _program.StartAsync();
        var token = await _program.TokenAsync("ada");
        for (var round = 0; round < 2; round++)
        {
            using var ada = new Visitor(_program.Api, token);
            var enough = new TaskCompletionSource();
            Task[] visits = [.. Enumerable.Range(0, 4).Select(number =>
                new RandomVisits(ada, 10 * round + number).GoOnAsync(step =>
                    step < 20 || enough.TrySetResult() || true))];
            await Task.WhenAny([enough.Task, .. visits]);
            await _program.KillAsync();
            await Task.WhenAll(visits);

            Verifies(await _program.VerifyAsync());
            await _program.StartAsync();
            Verifies(await _program.VerifyAsync());
        }
    }

    [Fact]
    public async Task A_deviation_is_one_line_and_exit_code_1_repaired_or_not_and_then_all_is_sound()
    {
        await _program.StartAsync();
        using (var ada = new Visitor(_program.Api, await _program.TokenAsync("ada")))
            await ada.UploadAsync("a.jpg", A.Jpeg());
        await using (var connection = await ScratchDatabase.ConnectAsync(Path.Combine(_program.Data, "photos.db"), Ct))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "update usage set library_photos = 7";
            await command.ExecuteNonQueryAsync(Ct);
        }

        var found = await _program.VerifyAsync();
        var repaired = await _program.VerifyAsync("--repair");

        Assert.Equal((1, 1), (found.ExitCode, repaired.ExitCode));
        Assert.Equal(2, found.Output.Trim().Split('\n').Length);
        Assert.Contains("repair counts anew", found.Output, StringComparison.Ordinal);
        Assert.Contains("repaired: it is counted anew", repaired.Output, StringComparison.Ordinal);
        Verifies(await _program.VerifyAsync());
    }

    [Theory]
    [InlineData("--colour", "red")]
    [InlineData("--table", "t")]
    [InlineData("--table", "t", "--bucket", "b", "--s3", "nowhere")]
    [InlineData("--data")]
    [InlineData("--data", "/nowhere/at all")]
    public async Task What_cannot_be_verified_is_one_sentence_and_exit_code_2(params string[] words)
    {
        var (exitCode, output, errors) = await _program.VerifyAsync(words);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_table_and_a_bucket_are_verified_with_the_clients_own_credentials()
    {
        await using var objects = new LocalS3();
        await objects.InitializeAsync();
        var table = await dynalite.NewTableAsync(Ct);
        var library = new KeptLibrary(new CloudSpoiler(dynalite, table), objects);
        await library.KeepAsync();
        await library.LoseAsync((await library.KeepAsync()).Original);
        await using var program = new LocalProcess
        {
            Environment = new Dictionary<string, string>
            {
                ["AWS_ACCESS_KEY_ID"] = objects.Credentials.AccessKey,
                ["AWS_SECRET_ACCESS_KEY"] = objects.Credentials.SecretKey,
                ["AWS_REGION"] = "eu-central-1",
            },
        };

        var (exitCode, output, errors) = await program.VerifyAsync(
            "--table", table, "--bucket", LocalS3.Bucket, "--dynamodb", dynalite.Url, "--s3", objects.Url);

        Assert.True(exitCode == 1, errors);
        Assert.Contains("is missing", output, StringComparison.Ordinal);
        Assert.Contains("2 photos, 0 books, 0 to-dos; ", output, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static void Verifies((int ExitCode, string Output, string Errors) run)
    {
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains(": 0 deviations", run.Output, StringComparison.Ordinal);
    }
}
