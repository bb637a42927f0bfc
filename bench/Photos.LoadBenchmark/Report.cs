namespace Photos.LoadBenchmark;

/// <summary>The rounds of all contenders, what they come to, and whether that is enough.</summary>
internal sealed class Report(IReadOnlyList<Contender> contenders)
{
    public const string InProcess = "in process";
    public const string Isolated = "--isolated";
    public const string Bare = "bare Kestrel";
    public const string Offline = "serverless-offline";

    // Memory counts as flat when the load adds no more than this to what warming up took.
    private const double FlatMegabytes = 64;
    private const double FlatShare = 1.3;

    private static readonly (string Of, string To, double Least)[] Targets =
        [(InProcess, Bare, 0.5), (InProcess, Offline, 15), (Isolated, Offline, 4)];

    private readonly Dictionary<(string Name, string Route), List<Load>> _rounds = [];
    private readonly Dictionary<string, double> _memoryAtFirst = [];

    /// <summary>How much memory one has before it is measured.</summary>
    public void Remember(Contender contender) => _memoryAtFirst[contender.Name] = contender.Megabytes;

    public void Add(Contender contender, string route, Load load)
    {
        if (!_rounds.TryGetValue((contender.Name, route), out var rounds))
            _rounds[(contender.Name, route)] = rounds = [];
        rounds.Add(load);
    }

    /// <returns>Whether every target is met.</returns>
    public bool Write(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("route    contender             per second   CPU µs   p50 ms   p99 ms   errors");
        foreach (var ((name, route), rounds) in _rounds.OrderBy(entry => entry.Key.Route, StringComparer.Ordinal))
        {
            var load = Load.Middle(rounds);
            output.WriteLine(
                $"/{route,-7} {name,-19} {load.PerSecond,12:0} {load.Microseconds,8:0} "
                + $"{load.MedianMilliseconds,8:0.00} {load.SlowestMilliseconds,8:0.00} {load.Errors,8}");
        }

        output.WriteLine();
        bool[] verdicts = [.. Ratios(output), .. Memory(output), .. Errors(output)];
        return verdicts.All(isMet => isMet);
    }

    private IEnumerable<bool> Ratios(TextWriter output)
    {
        foreach (var route in _rounds.Keys.Select(key => key.Route).Distinct())
        {
            foreach (var (of, to, least) in Targets)
            {
                if (!_rounds.TryGetValue((of, route), out var ours)
                    || !_rounds.TryGetValue((to, route), out var theirs))
                    continue;

                // What a route does behind the gateway is not the gateway's: only /hello is held to its target.
                var ratio = Load.Middle(ours).PerSecond / Load.Middle(theirs).PerSecond;
                var isTarget = route is "hello";
                var isMet = !isTarget || ratio >= least;
                output.WriteLine(
                    $"/{route,-7} {of} / {to}: {ratio:0.00}"
                    + (isTarget ? $", at least {least}: {(isMet ? "met" : "MISSED")}" : ""));
                yield return isMet;
            }
        }
    }

    private IEnumerable<bool> Memory(TextWriter output)
    {
        foreach (var contender in contenders)
        {
            var (first, last) = (_memoryAtFirst[contender.Name], contender.Megabytes);
            var isOurs = contender.Name is InProcess or Isolated;
            var isMet = !isOurs || last <= Math.Max(first + FlatMegabytes, first * FlatShare);
            output.WriteLine(
                $"{contender.Name}: {first:0} MB at first, {last:0} MB at last"
                + (isOurs ? $", flat: {(isMet ? "met" : "MISSED")}" : ""));
            yield return isMet;
        }
    }

    private IEnumerable<bool> Errors(TextWriter output)
    {
        foreach (var name in (string[])[InProcess, Isolated])
        {
            var errors = _rounds
                .Where(entry => entry.Key.Name == name)
                .Sum(entry => entry.Value.Sum(load => load.Errors));
            if (errors > 0)
                output.WriteLine($"{name}: {errors} errors, none allowed: MISSED");
            yield return errors == 0;
        }
    }
}
