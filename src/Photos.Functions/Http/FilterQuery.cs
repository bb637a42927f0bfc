using System.Globalization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>A filter as the query of <c>GET /photos</c> spells it.</summary>
internal static class FilterQuery
{
    private const string Day = "yyyy-MM-dd";
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss";

    private static readonly string[] Times = [Second, "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFF"];

    public static Outcome<PhotoFilter> Read(string? favourite, string? tag, string? from, string? to, string? state)
    {
        PhotoTag? word = null;
        DateTime? first = null;
        DateTime? last = null;
        if (favourite is not (null or "" or "true"))
            return Problem.Invalid("favourite", "Write favourite=true, or leave it out.");
        if (state is not (null or "" or "ready" or "trashed"))
            return Problem.Invalid("state", "Write state=ready or state=trashed, or leave it out.");
        if (!string.IsNullOrEmpty(tag) && !PhotoTag.From(tag, "tag").Is(out word, out var problem))
            return problem;
        if (!string.IsNullOrEmpty(from) && !Time(from, isEnd: false, out first))
            return NoTime("from");
        if (!string.IsNullOrEmpty(to) && !Time(to, isEnd: true, out last))
            return NoTime("to");

        return PhotoFilter.Of(
            state == "trashed" ? PhotoState.Trashed : PhotoState.Ready, favourite == "true", word, first, last);
    }

    // The end of a day is its last millisecond: a day is meant whole. A second likewise.
    private static bool Time(string text, bool isEnd, out DateTime? time)
    {
        var isDay = DateTime.TryParseExact(
            text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var known);
        if (!isDay && !DateTime.TryParseExact(
            text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out known))
        {
            time = null;
            return false;
        }

        var length = isDay ? TimeSpan.FromDays(1) : known.Millisecond == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        time = isEnd && length > TimeSpan.Zero && DateTime.MaxValue - known > length
            ? known + length - TimeSpan.FromMilliseconds(1)
            : known;
        return true;
    }

    private static Problem NoTime(string parameter) =>
        Problem.Invalid(parameter, "Write a day, 2015-04-10, or a time of the camera's clock, 2015-04-10T20:12:23.");
}
