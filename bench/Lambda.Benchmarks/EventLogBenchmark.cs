using System.Diagnostics;
using System.Text;
using Amazon.Lambda.Observing;

namespace Lambda.Benchmarks;

/// <summary>What each event's line in the log costs the function that answers it, without the writing of it.</summary>
/// <remarks>
/// Rounds are as short as a turn at the processor, and the tenth of them that was least disturbed counts: on a machine
/// that does other things too, the others measure those.
/// </remarks>
internal static class EventLogBenchmark
{
    private const int Rounds = 400;
    private const int Lines = 1_000;
    private const string Invocation = "8f5f7a0e-4f0c-4f3e-8d0e-0a1b2c3d4e5f";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly EventOutcome Outcome = new(Invocation, TimeSpan.FromMilliseconds(3.21), IsFirst: false)
    {
        Answer = """{"statusCode":200,"headers":{"content-type":"application/json"},"body":"{}"}"""u8.ToArray(),
    };

    /// <returns>0 when a line takes less than 3 microseconds and no memory; else 1.</returns>
    public static int Run(TextWriter output)
    {
        var isGood = true;
        output.WriteLine("request      event   line   microseconds   bytes allocated");
        foreach (var isSignedIn in new[] { false, true })
        {
            var asked = Encoding.UTF8.GetBytes(Request(isSignedIn));
            var (time, allocated, length) = Measure(asked);
            var kind = isSignedIn ? "signed in" : "public";
            output.WriteLine($"{kind,-9}   {asked.Length,6}   {length,4}   {time,12:0.00}   {allocated,15}");
            isGood &= time < 3 && allocated == 0;
        }

        return isGood ? 0 : 1;
    }

    private static (double Microseconds, long Allocated, int Length) Measure(byte[] asked)
    {
        var log = new EventLog("Orders", new() { Namespace = "Shop", Stage = "prod", UserKey = "key" });
        var times = new List<double>();
        long allocated = 0;
        var length = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var at = 0; at < Lines; at++)
                length = log.Line(Now, asked, in Outcome).Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / Lines);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Lines;
        }

        return (times.Order().ElementAt(Rounds / 10), allocated, length);
    }

    private static string Request(bool isSignedIn)
    {
        var (token, authorizer) = isSignedIn
            ? (new string('t', 900), """
                "authorizer":{"jwt":{"claims":{"sub":"0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4f5","token_use":"access",
                "scope":"openid photos/use","iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc","exp":"1",
                "iat":"1","jti":"7a3b7c4d-8e5f-a0b1","client_id":"4f0c4f3e8d0e0a1b","username":"ada"},"scopes":["x"]}},
                """)
            : ("", "");
        return $$$"""
            {"version":"2.0","routeKey":"GET /orders/{id}","rawPath":"/orders/17","rawQueryString":"name=Ada","headers":
            {"accept":"*/*","accept-encoding":"gzip","authorization":"{{{token}}}","host":"api.example.com",
            "user-agent":"Mozilla/5.0 (X11; Linux x86_64)","x-amzn-trace-id":"Root=1-5759e988-bd862e3fe1be46a994272793",
            "x-forwarded-for":"203.0.113.1","x-forwarded-port":"443","x-forwarded-proto":"https"},
            "queryStringParameters":{"name":"Ada"},"requestContext":{"accountId":"000000000000","apiId":"local",
            {{{authorizer}}}"domainName":"api.example.com","http":{"method":"GET","path":"/orders/17","protocol":"HTTP/1.1",
            "sourceIp":"203.0.113.1","userAgent":"Mozilla/5.0"},"requestId":"Ab1cDe2fGh3iJk4=",
            "routeKey":"GET /orders/{id}","stage":"$default","time":"21/Nov/2026:09:00:00 +0000",
            "timeEpoch":1795251600000},"isBase64Encoded":false}
            """;
    }
}
