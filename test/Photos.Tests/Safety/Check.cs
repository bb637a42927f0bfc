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

    /// <summary>Every fault at every call with nobody else there, and with others there as many as said.</summary>
    /// <param name="alone">The most of the former.</param>
    /// <param name="among">The most of the latter, evenly spread over all there are.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task RunAsync(int alone, int among, CancellationToken ct)
    {
        var calls = await CountAsync();
        var points = PointsOf(calls, Histories.Interferences.Keys).ToLookup(point => point.Others == Histories.Nobody);
        All = points.Sum(kind => kind.Count());
        foreach (var point in Some([.. points[true]], alone).Concat(Some([.. points[false]], among)))
        {
            ct.ThrowIfCancellationRequested();
            await TryAsync(point);
        }
    }

    private static IEnumerable<Point> PointsOf(int calls, IEnumerable<string> others) =>
        from other in others
        from fault in Enum.GetValues<Fault>().Cast<Fault?>().Prepend(null)
        from call in Enumerable.Range(1, calls)
        select new Point(call, fault, other);

    private static IEnumerable<Point> Some(Point[] points, int most)
    {
        var count = Math.Min(most, points.Length);
        return Enumerable.Range(0, count).Select(number => points[(int)((long)number * points.Length / count)]);
    }

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
        Note(lost, await world.VerifyAsync(), $"{point}, left as it was");
        Note(null, await world.SettleAsync(), $"{point}");
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
