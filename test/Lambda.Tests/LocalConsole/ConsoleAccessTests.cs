using System.Net;
using Lambda.Local.Console.Access;
using Microsoft.AspNetCore.Http;

namespace Lambda.Tests.LocalConsole;

/// <summary>The console can do harm: who is let in, and who is not.</summary>
public sealed class ConsoleAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.8.8.8", 200)]
    [InlineData("::1", 200)]
    [InlineData("::ffff:127.0.0.1", 200)]
    [InlineData("192.168.1.7", 403)]
    [InlineData("::ffff:192.168.1.7", 403)]
    [InlineData("fe80::1", 403)]
    [InlineData(null, 403)]
    public void Only_connections_of_this_machine_are_answered(string? address, int status) =>
        Assert.Equal(status, Examine(request => request.HttpContext.Connection.RemoteIpAddress =
            address is null ? null : IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost:5081", 200)]
    [InlineData("LOCALHOST:5081", 200)]
    [InlineData("127.0.0.1:5081", 200)]
    [InlineData("[::1]:5081", 200)]
    [InlineData("localhost", 421)]
    [InlineData("localhost:5080", 421)]
    [InlineData("evil.example:5081", 421)]
    [InlineData("localhost.evil.example:5081", 421)]
    [InlineData("127.0.0.1.evil.example:5081", 421)]
    [InlineData("", 421)]
    public void A_name_that_somebody_points_here_is_no_way_in(string host, int status) =>
        Assert.Equal(status, Examine(request => request.Host = new HostString(host)));

    [Theory]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Via", "1.1 tunnel")]
    public void What_came_through_a_proxy_is_refused(string name, string value) =>
        Assert.Equal(403, Examine(request => request.Headers[name] = value));

    [Theory]
    [InlineData("GET", "cross-site", "cors", "empty", 403)]
    [InlineData("GET", "same-site", "no-cors", "script", 403)]
    [InlineData("GET", "cross-site", "navigate", "iframe", 403)]
    [InlineData("GET", "cross-site", "navigate", "document", 200)]
    [InlineData("GET", "same-origin", "cors", "empty", 200)]
    [InlineData("GET", "none", "navigate", "document", 200)]
    [InlineData("POST", "same-origin", "cors", "empty", 200)]
    [InlineData("POST", "same-site", "cors", "empty", 403)]
    [InlineData("POST", "cross-site", "navigate", "document", 403)]
    [InlineData("DELETE", "none", "navigate", "document", 403)]
    public void A_page_of_another_origin_neither_reads_nor_changes_anything(
        string method, string site, string mode, string destination, int status) =>
        Assert.Equal(status, Examine(request =>
        {
            request.Method = method;
            request.ContentType = "application/json";
            request.Headers["Sec-Fetch-Site"] = site;
            request.Headers["Sec-Fetch-Mode"] = mode;
            request.Headers["Sec-Fetch-Dest"] = destination;
        }));

    [Theory]
    [InlineData("http://localhost:5081", 200)]
    [InlineData("http://localhost:5080", 403)]
    [InlineData("https://localhost:5081", 403)]
    [InlineData("http://127.0.0.1:5081", 403)]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    public void A_change_comes_from_the_consoles_own_origin(string origin, int status) =>
        Assert.Equal(status, Examine(request =>
        {
            (request.Method, request.ContentType) = ("POST", "application/json");
            request.Headers.Origin = origin;
        }));

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("text/plain", 415)]
    [InlineData("text/plain; application/json", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData(null, 415)]
    public void A_change_has_a_type_that_no_form_can_send(string? type, int status) =>
        Assert.Equal(status, Examine(request => (request.Method, request.ContentType) = ("POST", type)));

    [Theory]
    [InlineData("/")]
    [InlineData("/js/app.js")]
    [InlineData("/api/requests")]
    [InlineData("/api/nothing")]
    public async Task Every_answer_forbids_frames_foreign_scripts_and_sharing(string path)
    {
        await using var console = await ConsoleClient.OpenAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, console.At(path));
        request.Headers.Add("Origin", console.Options.Addresses.Site.GetLeftPart(UriPartial.Authority));
        using var answer = await console.Http.SendAsync(request, Ct);

        var policy = answer.Headers.GetValues("content-security-policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("same-origin", answer.Headers.GetValues("cross-origin-resource-policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("x-content-type-options").Single());
        Assert.DoesNotContain(answer.Headers, header =>
            header.Key.StartsWith("access-control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_preflight_of_the_site_gets_no_permission()
    {
        await using var console = await ConsoleClient.OpenAsync();

        using var request = new HttpRequestMessage(HttpMethod.Options, console.At("/api/faults"));
        request.Headers.Add("Origin", console.Options.Addresses.Site.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Access-Control-Request-Method", "DELETE");
        using var answer = await console.Http.SendAsync(request, Ct);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("access-control-allow-origin"));
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var console = await ConsoleClient.OpenAsync(change: options => options with { HasConsole = false });

        using var answer = await console.Http.GetAsync(console.At(""), Ct);

        Assert.Equal("""{"message":"Not Found"}""", await answer.Content.ReadAsStringAsync(Ct));
    }

    private static int Examine(Action<HttpRequest> change)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Connection.LocalPort = 5081;
        context.Request.Method = "GET";
        context.Request.Host = new HostString("localhost", 5081);
        change(context.Request);
        return ConsoleAccess.Examine(context)?.Status ?? 200;
    }
}
