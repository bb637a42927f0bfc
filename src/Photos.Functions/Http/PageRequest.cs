using System.Globalization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Which page a caller wants.</summary>
/// <param name="Limit">How many photos.</param>
/// <param name="After">Behind which position; null for the first page.</param>
internal sealed record PageRequest(int Limit, PhotoCursor? After)
{
    private const int DefaultLimit = 50;

    public static Outcome<PageRequest> From(string? limit, string? after)
    {
        var wished = DefaultLimit;
        if (limit is not null && !IsNumber(limit, out wished))
            return Problem.Invalid("limit", $"A limit is a number from 1 to {PhotoLibrary.MaxPageSize}.");

        var count = Math.Clamp(wished, 1, PhotoLibrary.MaxPageSize);
        if (string.IsNullOrEmpty(after))
            return new PageRequest(count, null);

        return PhotoCursor.From(after).Is(out var cursor, out var problem) ? new PageRequest(count, cursor) : problem;
    }

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
