using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Lambda.Tests.HttpApi;

public sealed class EventTests
{
    [Fact]
    public async Task The_path_is_decoded_and_the_query_stays_as_it_was_sent()
    {
        await using var host = await StartAsync();

        await host.SendAsync("GET", "/things/%E2%98%95%20Coffee?url=https%3A%2F%2Fa.example%2F&a=1&a=2+3&empty");

        var sent = host.Functions.Event;
        Assert.Equal("/things/☕ Coffee", Text(sent, "rawPath"));
        Assert.Equal(
            "/things/☕ Coffee",
            sent.GetProperty("requestContext").GetProperty("http").GetProperty("path").GetString());
        Assert.Equal("☕ Coffee", sent.GetProperty("pathParameters").GetProperty("id").GetString());
        Assert.Equal("url=https%3A%2F%2Fa.example%2F&a=1&a=2+3&empty", Text(sent, "rawQueryString"));
        Assert.Equal(
            """{"url":"https://a.example/","a":"1,2 3","empty":""}""",
            sent.GetProperty("queryStringParameters").GetRawText());
    }

    [Fact]
    public async Task An_encoded_slash_belongs_to_its_variable()
    {
        await using var host = await StartAsync();

        await host.SendAsync("GET", "/things/a%2Fb");

        Assert.Equal("a/b", host.Functions.Event.GetProperty("pathParameters").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Headers_are_lower_case_and_several_lines_are_joined_by_a_comma()
    {
        await using var host = await StartAsync();

        await host.SendAsync("GET", "/things/1", ("X-Many", "a"), ("X-MANY", "b"), ("Accept", "text/html, text/plain"));

        var headers = host.Functions.Event.GetProperty("headers");
        Assert.Equal("a,b", Text(headers, "x-many"));
        Assert.Equal("text/html, text/plain", Text(headers, "accept"));
    }

    [Fact]
    public async Task Cookies_are_a_list_and_no_header()
    {
        await using var host = await StartAsync();

        await host.SendAsync("GET", "/things/1", ("Cookie", "a=1; b=2"));

        Assert.Equal("""["a=1","b=2"]""", host.Functions.Event.GetProperty("cookies").GetRawText());
        Assert.False(host.Functions.Event.GetProperty("headers").TryGetProperty("cookie", out _));
    }

    [Fact]
    public async Task The_gateway_adds_its_own_headers_and_invents_no_content_type()
    {
        await using var host = await StartAsync();

        await host.SendAsync("GET", "/things/1", ("X-Forwarded-Proto", "spdy"));

        var headers = host.Functions.Event.GetProperty("headers");
        Assert.Equal("0", Text(headers, "content-length"));
        Assert.Equal($"localhost:{host.Port}", Text(headers, "host"));
        Assert.Equal("443", Text(headers, "x-forwarded-port"));
        Assert.Equal("https", Text(headers, "x-forwarded-proto"));
        Assert.Equal("127.0.0.1", Text(headers, "x-forwarded-for"));
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$", Text(headers, "x-amzn-trace-id"));
        Assert.Equal(host.Functions.Trace, Text(headers, "x-amzn-trace-id"));
        Assert.False(headers.TryGetProperty("content-type", out _));
        Assert.False(headers.TryGetProperty("connection", out _));
    }

    [Fact]
    public async Task What_does_not_apply_is_left_out()
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("GET /things"));

        await host.SendAsync("GET", "/things");

        var sent = host.Functions.Event;
        string[] absent = ["cookies", "queryStringParameters", "pathParameters", "stageVariables", "body"];
        Assert.All(absent, name => Assert.False(sent.TryGetProperty(name, out _), name));
        Assert.False(sent.GetProperty("requestContext").TryGetProperty("authorizer", out _));
        Assert.Equal("", Text(sent, "rawQueryString"));
        Assert.False(sent.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public async Task The_context_says_when_who_and_what()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync("GET", "/things/1", ("User-Agent", "a test"));

        var context = host.Functions.Event.GetProperty("requestContext");
        Assert.Equal("21/Nov/2026:09:00:00 +0000", Text(context, "time"));
        Assert.Equal(StoppedClock.Start.ToUnixTimeMilliseconds(), context.GetProperty("timeEpoch").GetInt64());
        Assert.Matches("^[A-Za-z0-9_-]{15}=$", Text(context, "requestId"));
        Assert.Equal(Text(context, "requestId"), answer["Apigw-Requestid"]);
        Assert.Equal("ANY /things/{id}", Text(context, "routeKey"));
        Assert.Equal("$default", Text(context, "stage"));
        Assert.Equal("localhost", Text(context, "domainPrefix"));
        var http = context.GetProperty("http");
        Assert.Equal(("GET", "HTTP/1.1"), (Text(http, "method"), Text(http, "protocol")));
        Assert.Equal(("127.0.0.1", "a test"), (Text(http, "sourceIp"), Text(http, "userAgent")));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("text/csv")]
    [InlineData("application/xml")]
    [InlineData("application/javascript")]
    public async Task Bodies_of_few_types_go_as_text(string type)
    {
        await using var host = await StartAsync();

        await host.SendAsync("POST", "/things/1", type, Encoding.UTF8.GetBytes("""{"a":"☕"}"""));

        Assert.Equal("""{"a":"☕"}""", Text(host.Functions.Event, "body"));
        Assert.False(host.Functions.Event.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal("11", Text(host.Functions.Event.GetProperty("headers"), "content-length"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/problem+json")]
    [InlineData("image/jpeg")]
    public async Task All_other_bodies_go_as_base64(string? type)
    {
        await using var host = await StartAsync();

        await host.SendAsync("POST", "/things/1", type, "a=b"u8.ToArray());

        Assert.Equal("YT1i", Text(host.Functions.Event, "body"));
        Assert.True(host.Functions.Event.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public async Task A_text_that_is_no_utf8_goes_as_base64()
    {
        await using var host = await StartAsync();

        await host.SendAsync("POST", "/things/1", "text/plain", [0xff, 0xfe]);

        Assert.Equal("//4=", Text(host.Functions.Event, "body"));
    }

    [Fact]
    public async Task A_chunked_body_arrives_whole_with_its_length()
    {
        await using var host = await StartAsync();

        await host.SendRawAsync(
            "POST /things/1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n" +
            "Connection: close\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

        Assert.Equal("abcde", Text(host.Functions.Event, "body"));
        Assert.Equal("5", Text(host.Functions.Event.GetProperty("headers"), "content-length"));
    }

    [Theory]
    [InlineData("/things/1?")]
    [InlineData("/things/1?&")]
    public async Task A_query_without_a_parameter_has_none(string path)
    {
        await using var host = await StartAsync();

        await host.SendAsync("GET", path, ("Cookie", " "));

        Assert.False(host.Functions.Event.TryGetProperty("queryStringParameters", out _));
        Assert.False(host.Functions.Event.TryGetProperty("cookies", out _));
    }

    [Fact]
    public async Task To_a_client_of_http_2_names_are_lower_case_and_the_event_says_http_1()
    {
        await using var host = await GatewayHost.StartAsync(
            SampleTemplate.Public("GET /things"), protocols: HttpProtocols.Http2);
        host.Functions.Returns("""{"statusCode":200,"headers":{"My-Header":"a"}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{host.Port}/things"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpVersion.Version20, answer.Version);
        Assert.Contains(answer.Headers, header => header.Key is "my-header");
        Assert.Contains(answer.Headers, header => header.Key is "apigw-requestid");
        var http = host.Functions.Event.GetProperty("requestContext").GetProperty("http");
        Assert.Equal("HTTP/1.1", Text(http, "protocol"));
        Assert.Equal($"127.0.0.1:{host.Port}", Text(host.Functions.Event.GetProperty("headers"), "host"));
    }

    private static Task<GatewayHost> StartAsync() =>
        GatewayHost.StartAsync(SampleTemplate.Public("ANY /things/{id}"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
