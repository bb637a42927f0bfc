using System.Globalization;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>The part of an object that a Range header asks for.</summary>
internal readonly record struct ByteRange(long From, long Count)
{
    /// <summary>
    /// Null for the whole object: no header, one that cannot be read, or several ranges, which S3 does not serve.
    /// An empty range means that nothing of the object lies in it.
    /// </summary>
    public static ByteRange? Of(string? header, long length)
    {
        const string unit = "bytes=";
        if (header?.StartsWith(unit, StringComparison.OrdinalIgnoreCase) != true
            || header[unit.Length..].Split('-') is not [var first, var last])
        {
            return null;
        }

        return (TryNumber(first, out var from), TryNumber(last, out var to)) switch
        {
            (true, true) when from > to => null,
            (true, true) => Within(from, to, length),
            (true, false) when last is "" => Within(from, length - 1, length),
            (false, true) when first is "" => Within(Math.Max(0, length - to), length - 1, length),
            _ => null,
        };
    }

    private static ByteRange Within(long from, long to, long length) =>
        new(from, Math.Max(0, Math.Min(to, length - 1) - from + 1));

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
