using System.Text;
using System.Text.Json;
using Amazon.Lambda.Observing;

namespace Lambda.Tests.Observing;

/// <summary>What a function's log tells of one event.</summary>
internal static class Told
{
    public const string Subject = "0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4f5";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What the environment of a deployed function says.</summary>
    public static EventLogOptions Options { get; } = new()
    {
        Namespace = "Shop",
        Stage = "prod",
        UserKey = "arn:aws:cloudformation:eu-west-1:1:stack/shop/3c9f",
    };

    public static EventLog Log(EventLogOptions? options = null) => new("shop-Orders-Xyz", options ?? Options);

    /// <summary>The line that an event leaves.</summary>
    public static string Line(string asked, string answer = "{}", string? error = null, EventLog? log = null) =>
        Encoding.UTF8.GetString((log ?? Log()).Line(Now, Encoding.UTF8.GetBytes(asked), Outcome(answer, error)));

    public static EventOutcome Outcome(string answer = "{}", string? error = null) =>
        new("inv-1", TimeSpan.FromMilliseconds(12.3456), IsFirst: true)
        {
            Answer = Encoding.UTF8.GetBytes(answer),
            Error = error,
        };

    /// <summary>The line as JSON, and nothing but one line of JSON.</summary>
    public static JsonElement Members(string line)
    {
        Assert.EndsWith("\n", line, StringComparison.Ordinal);
        Assert.All(line[..^1], letter => Assert.InRange(letter, ' ', '~'));
        return JsonDocument.Parse(line).RootElement;
    }

    /// <summary>An event of an HTTP API.</summary>
    public static string Request(string route, string headers = "{}", string subject = $"\"{Subject}\"") =>
        $$$"""
        {"version":"2.0","routeKey":"{{{route}}}","rawPath":"/orders/17","rawQueryString":"code=4711","headers":{{{headers}}},
         "requestContext":{"accountId":"1","authorizer":{"jwt":{"claims":{"iss":"x","sub":{{{subject}}}},"scopes":null}},
         "http":{"method":"GET","path":"/orders/17","userAgent":"curl"},"requestId":"Ab-1_c=","routeKey":"{{{route}}}","stage":"$default"},
         "body":"{\"password\":\"hunter2\"}","isBase64Encoded":false}
        """;
}
