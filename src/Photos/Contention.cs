using System.Security.Cryptography;

namespace Photos;

/// <summary>What is done when several write one thing at the same moment, and all but one have to look again.</summary>
internal static class Contention
{
    /// <summary>Enough for twenty at once; who still does not come through is told so.</summary>
    public const int Attempts = 10;

    private const int ShortestPause = 8;
    private const int LongestPause = 256;

    /// <summary>Waits for a random time, which grows with the attempts: of those who met, fewer meet again.</summary>
    /// <param name="attempt">Counted from 0.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static Task StepAsideAsync(int attempt, CancellationToken ct)
    {
        var longest = Math.Min(ShortestPause << attempt, LongestPause);
        return Task.Delay(RandomNumberGenerator.GetInt32(longest), ct);
    }
}
