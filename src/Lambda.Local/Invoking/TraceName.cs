using System.Globalization;

namespace Lambda.Local.Invoking;

/// <summary>How X-Ray names what belongs together; nobody records it here, but logs can be told apart by it.</summary>
internal static class TraceName
{
    private const int RootBytes = 12;
    private const int ParentBytes = 8;

    /// <summary><c>Root=1-8hex-24hex</c>: when it began, and which it is.</summary>
    public static string NewRoot(DateTimeOffset at)
    {
        Span<char> which = stackalloc char[2 * RootBytes];
        Fill(which);
        return string.Create(CultureInfo.InvariantCulture, $"Root=1-{at.ToUnixTimeSeconds():x8}-{which}");
    }

    /// <summary>The part that one function has in it.</summary>
    public static string NewPart(string root) => $"{root};Parent={NewHex(ParentBytes)};Sampled=0";

    public static string NewHex(int bytes) => string.Create(2 * bytes, 0, static (digits, _) => Fill(digits));

    // They only have to differ: asking the system for secret ones would cost more than writing an event.
    private static void Fill(Span<char> digits)
    {
        Span<byte> random = stackalloc byte[digits.Length / 2];
        Random.Shared.NextBytes(random);
        Convert.TryToHexStringLower(random, digits, out _);
    }
}
