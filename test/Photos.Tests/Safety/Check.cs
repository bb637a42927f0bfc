namespace Photos.Tests.Safety;

/// <summary>
/// Tries one history with something going wrong at every call, in every way, whatever others do there.
/// </summary>
internal sealed class Check(IGround ground, string history)
{
    private static int _owners = 1000;

    /// <summary>How many points there are.</summary>
    public int All { get; private set; }

    /// <summary>How many were tried.</summary>
    public int Points { get; private set; }

    /// <summary>What was wrong in the end, and where it came from.</summary>
    public List<string> Deviations { get; } = [];

    /// <param name="most">Where there are more points, these are as many, evenly spread.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task RunAsync(int most, CancellationToken ct)
    {
        var calls = await CountAsync();
        var points = PointsOf(calls).ToArray();
        All = points.Length;
        for (var number = 0; number < Math.Min(most, All) && Deviations.Count < 5; number++)
        {
            ct.ThrowIfCancellationRequested();
            await TryAsync(points[(int)((long)number * All / Math.Min(most, All))]);
        }
    }

    private static IEnumerable<Point> PointsOf(int calls) =>
        from others in Histories.Interferences.Keys
        from fault in Enum.GetValues<Fault>().Cast<Fault?>().Prepend(null)
        from call in Enumerable.Range(1, calls)
        select new Point(call, fault, others);

    private async Task<int> CountAsync()
    {
        var world = NewWorld(isPatient: true);
        var lost = await PlayAsync(world);
        Note(lost, await world.SettleAsync(), "without any fault");
        return world.Gate.Calls;
    }

    private async Task TryAsync(Point point)
    {
        Points++;
        var world = NewWorld(isPatient: point.Call % 2 == 0);
        (world.Gate.At, world.Gate.Fault) = (point.Call, point.Fault);
        world.Gate.Interference = async () =>
        {
            foreach (var step in Histories.Interferences[point.Others])
                await step(world);
        };

        var lost = await PlayAsync(world);
        Note(lost, await world.SettleAsync(), $"{point}");
    }

    private async Task<string?> PlayAsync(World world)
    {
        string? lost = null;
        foreach (var step in Histories.All[history])
        {
            await step(world);
            lost ??= await world.LossAsync();
        }

        return lost;
    }

    private World NewWorld(bool isPatient) =>
        new(ground, A.OwnerNumbered(Interlocked.Increment(ref _owners))) { IsPatient = isPatient };

    private void Note(string? lost, IReadOnlyList<string> wrong, string circumstances)
    {
        if (lost is not null || wrong.Count > 0)
            Deviations.Add($"{history}, {circumstances}: {lost} {string.Join("; ", wrong)}");
    }

    private sealed record Point(int Call, Fault? Fault, string Others);
}
