using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi.Events;

/// <summary>What events say of the API itself.</summary>
internal static class LocalApi
{
    public const string AccountId = "000000000000";
    public const string Id = "local";

    // Of thousands of requests in a second, one writes its time.
    private static Moment? _lastTime;

    /// <summary>The name that IAM policies have for a request.</summary>
    public static string Arn(string stage, string method, string path) =>
        $"arn:aws:execute-api:us-east-1:{AccountId}:{Id}/{stage}/{method}/{path.TrimStart('/')}";

    public static string Domain(HttpRequest request) => request.Host.Value ?? "";

    public static ReadOnlySpan<char> DomainPrefix(HttpRequest request)
    {
        var domain = Domain(request);
        var end = domain.IndexOfAny(['.', ':']);
        return end < 0 ? domain : domain.AsSpan(0, end);
    }

    public static string Time(DateTimeOffset at)
    {
        var second = at.ToUnixTimeSeconds();
        var last = _lastTime;
        if (last?.Second != second)
        {
            var text = at.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture);
            _lastTime = last = new Moment(second, text);
        }

        return last.Text;
    }

    private sealed record Moment(long Second, string Text);
}
