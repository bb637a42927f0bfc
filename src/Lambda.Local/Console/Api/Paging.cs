using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>How much of a list is asked for: <c>?limit=</c> and <c>?skip=</c>, within bounds.</summary>
internal static class Paging
{
    private const int MaxSkip = 1_000_000;

    public static int Limit(HttpRequest request, int most) => Number(request, "limit", most, most);

    public static int Skip(HttpRequest request) => Number(request, "skip", 0, MaxSkip);

    private static int Number(HttpRequest request, string name, int usual, int most) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 0, most)
            : usual;
}
