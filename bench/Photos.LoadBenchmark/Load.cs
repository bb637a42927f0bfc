using System.Diagnostics;

namespace Photos.LoadBenchmark;

/// <summary>What one round of one contender came to.</summary>
internal sealed record Load(double PerSecond, double MedianMilliseconds, double SlowestMilliseconds, int Errors)
{
    /// <summary>Of processor time in the contender's own process, for each request.</summary>
    public double Microseconds { get; init; }

    public int Count { get; init; }

    private const double Slowest = 0.99;

    public static Load Of(IReadOnlyCollection<(List<long> Ticks, int Errors)> connections, TimeSpan time)
    {
        long[] ticks = [.. connections.SelectMany(connection => connection.Ticks).Order()];
        return new Load(
            ticks.Length / time.TotalSeconds,
            At(ticks, 0.5),
            At(ticks, Slowest),
            connections.Sum(connection => connection.Errors) + (ticks.Length == 0 ? 1 : 0))
        {
            Count = ticks.Length,
        };
    }

    /// <summary>Several rounds as one: the middle of each figure, the sum of the errors.</summary>
    public static Load Middle(IReadOnlyCollection<Load> rounds) => new(
        Middle(rounds.Select(round => round.PerSecond)),
        Middle(rounds.Select(round => round.MedianMilliseconds)),
        Middle(rounds.Select(round => round.SlowestMilliseconds)),
        rounds.Sum(round => round.Errors))
    {
        Microseconds = Middle(rounds.Select(round => round.Microseconds)),
    };

    private static double Middle(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }

    private static double At(long[] ticks, double share) =>
        ticks is [] ? 0 : ticks[(int)((ticks.Length - 1) * share)] * 1000.0 / Stopwatch.Frequency;
}
