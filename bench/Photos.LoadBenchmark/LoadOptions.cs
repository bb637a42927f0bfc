using System.Globalization;

namespace Photos.LoadBenchmark;

/// <summary>How long and how hard.</summary>
/// <param name="Seconds">Of load on each route of each contender, over all rounds.</param>
/// <param name="Rounds">Contenders take turns, so that a slow minute of the machine meets them all.</param>
internal sealed record LoadOptions(int Seconds, int Connections, int Rounds)
{
    private const string Usage =
        """
        dotnet run -c Release --project bench/Photos.LoadBenchmark [-- OPTIONS]

          --seconds N       of load on each route of each contender (default 30)
          --connections N   at a time (default 64)
          --rounds N        turns that the seconds are split into (default 3)
        """;

    /// <exception cref="ArgumentException">The words make no sense; the message says what would.</exception>
    public static LoadOptions From(IReadOnlyList<string> words)
    {
        var options = new LoadOptions(Seconds: 30, Connections: 64, Rounds: 3);
        for (var at = 0; at < words.Count; at += 2)
        {
            var value = at + 1 < words.Count ? Number(words[at + 1]) : throw new ArgumentException(Usage);
            options = words[at] switch
            {
                "--seconds" => options with { Seconds = value },
                "--connections" => options with { Connections = value },
                "--rounds" => options with { Rounds = value },
                _ => throw new ArgumentException(Usage),
            };
        }

        return options.Seconds >= options.Rounds
            ? options
            : throw new ArgumentException("A round takes at least a second: say fewer --rounds or more --seconds.");
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException(Usage);
}
