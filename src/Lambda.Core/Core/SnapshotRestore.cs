namespace Amazon.Lambda.Core;

/// <summary>What a function wants done around the snapshot that Lambda SnapStart takes of it after its start.</summary>
/// <remarks>
/// Register while the function starts: in a constructor, in <c>Startup</c> or before the bootstrap runs. Nothing is run
/// when the function is started without SnapStart. A callback that throws ends the process, and Lambda tells which
/// kind it was: <c>Runtime.BeforeSnapshotError</c> or <c>Runtime.AfterRestoreError</c>.
/// </remarks>
public static class SnapshotRestore
{
    private static readonly Lock Gate = new();
    private static readonly List<Func<ValueTask>> BeforeSnapshot = [];
    private static readonly List<Func<ValueTask>> AfterRestore = [];

    /// <summary>
    /// Runs once, when the function is ready and before the snapshot: warm up, close what will not survive. Last
    /// registered, first run, as what came later may build on what came before.
    /// </summary>
    public static void RegisterBeforeSnapshot(Func<ValueTask> beforeSnapshotAction)
    {
        lock (Gate)
            BeforeSnapshot.Insert(0, beforeSnapshotAction);
    }

    /// <summary>
    /// Runs in every sandbox that is made of the snapshot, before its first event: connect again, draw new random
    /// numbers, read the clock. In the order of registration; all of them together have 10 seconds.
    /// </summary>
    public static void RegisterAfterRestore(Func<ValueTask> afterRestoreAction)
    {
        lock (Gate)
            AfterRestore.Add(afterRestoreAction);
    }

    internal static Task RunBeforeSnapshotAsync() => RunAsync(BeforeSnapshot);

    internal static Task RunAfterRestoreAsync() => RunAsync(AfterRestore);

    private static async Task RunAsync(List<Func<ValueTask>> registered)
    {
        Func<ValueTask>[] callbacks;
        lock (Gate)
        {
            callbacks = [.. registered];
            registered.Clear();
        }

        foreach (var callback in callbacks)
            await callback();
    }
}
