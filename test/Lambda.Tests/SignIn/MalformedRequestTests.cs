using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lambda.Tests.SignIn;

/// <summary>Whatever arrives, the sign-in answers it, and never with a mistake of its own.</summary>
public sealed class MalformedRequestTests
{
    private const string Reset = "reset";
    private const int Seed = 20261121;
    private const int Lanes = 4;
    private const int PerLane = 300;

    private static readonly string[] Nasty =
    [
        "\0", "%", "%00", "%ZZ", "%ED%A0%80", "\uFEFF", "\u202E", "é", "\t", "\r", " ", "&&", "==", "=", "&",
        "[]", "{", "..", "/", "//", "\\", "#", "?", ";", "'", "\"", "<script>", "-1", "1e400", "screen=password",
        "&state=a&state=b", "&client_id=b", "%3F", "+", "\u0080", "\x7F", "multipart/form-data; boundary=a",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_malformed_requests_are_each_answered_and_none_with_a_5xx()
    {
        await using var host = await SignInHost.StartAsync();
        // Behind the hundredth try no password is hashed, and hashing is what would take the time here.
        for (var turn = 0; turn < 100; turn++)
            (await host.SubmitAsync("sign-in", $"name-{turn}", SignInHost.TooLong)).Dispose();

        var bad = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunAsync(host, new Random(Seed + lane))));

        Assert.True(bad.All(lines => lines is []), string.Join("\n\n", bad.SelectMany(lines => lines).Take(10)));
        Assert.Empty(host.Mistakes);
    }

    private static async Task<List<string>> RunAsync(SignInHost host, Random random)
    {
        var bad = new List<string>();
        for (var turn = 0; turn < PerLane; turn++)
        {
            var request = Request(host, random);
            var answer = await SendAsync(host.At("").Port, request);
            if ((answer is not Reset && !answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                || answer.Contains("HTTP/1.1 5", StringComparison.Ordinal))
                bad.Add($"{answer.Split('\r')[0]} came of {request}");
        }

        return bad;
    }

    private static string Request(SignInHost host, Random random)
    {
        var authorize = host.AuthorizeAt(("nonce", "n"), ("screen", "create"), ("login_hint", "Ada")).PathAndQuery;
        var (method, target, body) = random.Next(8) switch
        {
            0 => ("GET", authorize, ""),
            1 => ("POST", authorize, "name=Ada&password=correct+horse&new-password=battery+staple"),
            2 => ("POST", "/_signin/oauth2/token",
                $"grant_type=authorization_code&client_id={SignInHost.Client}&code=a&redirect_uri=b&code_verifier=c"),
            3 => ("POST", "/_signin/oauth2/token",
                $"grant_type=refresh_token&client_id={SignInHost.Client}&refresh_token=a.b"),
            4 => ("POST", "/_signin/oauth2/revoke", $"client_id={SignInHost.Client}&token=a.b"),
            5 => ("GET", "/_signin/oauth2/userInfo", ""),
            6 => ("GET", $"/_signin/logout?client_id={SignInHost.Client}&logout_uri={SignInHost.Site}", ""),
            _ => ("GET", "/_signin/.well-known/openid-configuration", ""),
        };

        // Never announced longer than sent: a server is right to wait for what it was promised.
        body = Spoil(random, body);
        var sent = Encoding.UTF8.GetByteCount(body);
        var length = random.Next(10) == 0 ? random.Next(sent + 1) : sent;
        return $"{method} {Spoil(random, target)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + $"Authorization: {Spoil(random, "Bearer a.b.c")}\r\nOrigin: {Spoil(random, SignInHost.IssuerOrigin)}\r\n"
            + $"Content-Type: {Spoil(random, "application/x-www-form-urlencoded; charset=utf-8")}\r\n"
            + $"Content-Length: {length}\r\n\r\n{body}";
    }

    // Half of the time nothing at all, so that deeper code is met as well.
    private static string Spoil(Random random, string text)
    {
        for (var times = random.Next(6) - 2; times > 0 && text.Length > 0; times--)
        {
            var at = random.Next(text.Length);
            var nasty = Nasty[random.Next(Nasty.Length)];
            text = random.Next(4) switch
            {
                0 => text.Insert(at, nasty),
                1 => text[..at] + nasty,
                2 => text.Remove(at, 1),
                _ => text[..at] + string.Concat(Enumerable.Repeat(nasty, random.Next(300))) + text[at..],
            };
        }

        return text;
    }

    private static async Task<string> SendAsync(int port, string request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        await using var stream = socket.GetStream();

        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request), patience.Token);
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // A request that was refused before its end; the reset may have overtaken the answer.
            return answer.Length > 0 ? Encoding.Latin1.GetString(answer.ToArray()) : Reset;
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
