using System.Globalization;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>The number of a part: 1 to 10,000.</summary>
internal static class PartNumber
{
    public const string Rule = "Part number must be an integer between 1 and 10000, inclusive";

    public const int Max = 10_000;

    public static bool TryRead(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= Max;
}
