using System.Text;
using System.Text.Json;
using Amazon.Lambda.Observing;

namespace Lambda.Tests.Observing;

/// <summary>What a function's log tells of one event.</summary>
internal static class Told
{
    public const string Subject = "0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4f5";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Environment = new()
    {
        [EventLog.NamespaceVariable] = "Shop",
        [EventLog.StageVariable] = "prod",
        [EventLog.UserKeyVariable] = "arn:aws:cloudformation:eu-west-1:1:stack/shop/3c9f",
    };

    /// <summary>Of a deployed function.</summary>
    public static EventLog Log(params (string Name, string? Value)[] changes)
    {
        var environment = new Dictionary<string, string?>(Environment!);
        foreach (var (name, value) in changes)
            environment[name] = value;
        return EventLog.Of("shop-Orders-Xyz", name => environment.GetValueOrDefault(name));
    }

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
         "http":{"method":"GET","path":"/orders/17","userAgent":"curl"},"requestId":"Ab-1_c=","stage":"$default"},
         "body":"{\"password\":\"hunter2\"}","isBase64Encoded":false}
        """;
}
