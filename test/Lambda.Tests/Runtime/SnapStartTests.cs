using Amazon.Lambda.Core;

namespace Lambda.Tests.Runtime;

/// <summary>What surrounds a snapshot. Callbacks are the process's, so each test uses up the ones it registers.</summary>
[Collection(nameof(BootstrapRun))]
public sealed class SnapStartTests : BootstrapRun
{
    private readonly List<string> _calls = [];

    public SnapStartTests() => Sandbox = Sandbox with { HasSnapshot = true };

    [Fact]
    public async Task Callbacks_surround_the_snapshot_the_last_registered_first_before_it()
    {
        Register("1");
        Register("2");

        var running = Run(Wrapper(Echo), () =>
        {
            _calls.Add("initialized");
            return Task.FromResult(true);
        });
        while (Api.UserAgents.IsEmpty)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        string[] asleep = [.. _calls];
        Api.Restore();
        Api.Event("one", "x");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(["initialized", "before 2", "before 1"], asleep);
        Assert.Equal(["after 1", "after 2"], _calls[3..]);
        Assert.Equal("invocation/one/response", answer.Path);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_socket_that_did_not_survive_the_snapshot_is_made_anew()
    {
        var running = Run(Echo);

        Api.DropRestore();
        Api.Restore();
        Api.Event("one", "x");

        Assert.Equal("invocation/one/response", (await Api.ReportAsync()).Path);
        await Stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_callback_that_fails_before_the_snapshot_is_an_init_error_of_its_own_type()
    {
        SnapshotRestore.RegisterBeforeSnapshot(() => throw new InvalidOperationException("cannot warm up"));

        var code = await Run(Echo);

        var report = await Api.ReportAsync();
        Assert.Equal(1, code);
        Assert.Equal("init/error", report.Path);
        Assert.Equal("Runtime.BeforeSnapshotError", report.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Contains("cannot warm up", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_that_fails_behind_the_snapshot_is_a_restore_error_of_its_own_type()
    {
        SnapshotRestore.RegisterAfterRestore(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("cannot connect");
        });

        var running = Run(Echo);
        Api.Restore();

        var report = await Api.ReportAsync();
        Assert.Equal(1, await running);
        Assert.Equal("restore/error", report.Path);
        Assert.Equal("Runtime.AfterRestoreError", report.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Contains("cannot connect", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_snapshot_that_is_not_restored_ends_the_process(int status)
    {
        Api.RestoreStatus(status);

        Assert.Equal(1, await Run(Echo));
        Assert.Contains($"answered {status} when asked to be restored", Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_SnapStart_nothing_is_restored_and_nothing_called()
    {
        Sandbox = Sandbox with { HasSnapshot = false };
        Register("never");

        var running = Run(Echo);
        Api.Event("one", "x");
        await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.Empty(_calls);
        await SnapshotRestore.RunBeforeSnapshotAsync();
        await SnapshotRestore.RunAfterRestoreAsync();
    }

    private void Register(string name)
    {
        SnapshotRestore.RegisterBeforeSnapshot(() => Note($"before {name}"));
        SnapshotRestore.RegisterAfterRestore(() => Note($"after {name}"));
    }

    private ValueTask Note(string call)
    {
        _calls.Add(call);
        return ValueTask.CompletedTask;
    }
}
