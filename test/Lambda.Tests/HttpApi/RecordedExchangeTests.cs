using System.Text;
using System.Text.Json;
using Lambda.Tests.Fuzzing;

namespace Lambda.Tests.HttpApi;

/// <summary>
/// The kinds of exchange that were once recorded from the real gateway, each looked at whole: nothing missing, nothing
/// more.
/// </summary>
public sealed class RecordedExchangeTests
{
    private const string Failed = """{"message":"Internal Server Error"}""";
    private const string Json = "application/json";
    private const string Plain = "text/plain; charset=utf-8";

    [Theory]
    [InlineData("/users/****%20Roe/orders/Winter%20Sale%201999", "**** Roe", "Winter Sale 1999")]
    [InlineData("/users/%E2%9B%B5%20Sea/orders/%F0%9F%8E%88%20Glad", "⛵ Sea", "🎈 Glad")]
    [InlineData("/users/a+b/orders/c&d=e;f,g@h:i!j~k'(l)$m", "a+b", "c&d=e;f,g@h:i!j~k'(l)$m")]
    [InlineData("/users/100%25/orders/%3Fa%23b", "100%", "?a#b")]
    public async Task Special_letters_of_a_path_arrive_decoded(string path, string user, string order)
    {
        var sent = await EventOfAsync("POST", "/users/{user}/orders/{order}", path);

        Assert.Equal($"/users/{user}/orders/{order}", sent.GetProperty("rawPath").GetString());
        Assert.Equal(
            sent.GetProperty("rawPath").GetString(),
            sent.GetProperty("requestContext").GetProperty("http").GetProperty("path").GetString());
        Assert.Equal(
            (user, order),
            (sent.GetProperty("pathParameters").GetProperty("user").GetString(),
                sent.GetProperty("pathParameters").GetProperty("order").GetString()));
    }

    [Fact]
    public async Task An_encoded_query_is_kept_as_it_was_and_decoded_beside_it()
    {
        var sent = await EventOfAsync("POST", "/find", "/find?q=Good%20Day&tag=F%23%20Code&tag=.NET%20Now");

        Assert.Equal("q=Good%20Day&tag=F%23%20Code&tag=.NET%20Now", sent.GetProperty("rawQueryString").GetString());
        Assert.Equal(
            """{"q":"Good Day","tag":"F# Code,.NET Now"}""", sent.GetProperty("queryStringParameters").GetRawText());
        Assert.False(sent.TryGetProperty("pathParameters", out _));
    }

    [Fact]
    public async Task A_plain_request_has_these_members_and_headers_and_no_others()
    {
        var sent = await EventOfAsync(
            "POST",
            "/users/{user}",
            "/users/7?state=new&tag=a&tag=b",
            ("user-agent", "Teller"),
            ("accept", "text/html, application/json"),
            ("cookie", "session=1; theme=dark"),
            ("x-custom-Header", "value1"),
            ("content-type", Plain),
            ("content-length", "0"));

        Assert.Equal(
            [
                "cookies", "headers", "isBase64Encoded", "pathParameters", "queryStringParameters", "rawPath",
                "rawQueryString", "requestContext", "routeKey", "version",
            ],
            Names(sent));
        Assert.Equal(
            [
                "accept", "content-length", "content-type", "host", "user-agent", "x-amzn-trace-id", "x-custom-header",
                "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto",
            ],
            Names(sent.GetProperty("headers")));
        Assert.Equal(
            [
                "accountId", "apiId", "domainName", "domainPrefix", "http", "requestId", "routeKey", "stage", "time",
                "timeEpoch",
            ],
            Names(sent.GetProperty("requestContext")));
        Assert.Equal("text/html, application/json", sent.GetProperty("headers").GetProperty("accept").GetString());
        Assert.Equal("POST /users/{user}", sent.GetProperty("routeKey").GetString());
        Assert.Equal(
            "Teller", sent.GetProperty("requestContext").GetProperty("http").GetProperty("userAgent").GetString());
    }

    [Fact]
    public async Task Without_a_user_agent_the_context_has_an_empty_one_and_the_headers_none()
    {
        var sent = await EventOfAsync("POST", "/find", "/find");

        Assert.Equal("", sent.GetProperty("requestContext").GetProperty("http").GetProperty("userAgent").GetString());
        Assert.False(sent.GetProperty("headers").TryGetProperty("user-agent", out _));
    }

    [Fact]
    public async Task Binary_bytes_arrive_as_base64()
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("POST /users/{user}/picture"));

        await host.SendAsync("POST", "/users/7/picture", "application/octet-stream", [1, 2, 3, 4, 255]);

        var sent = host.Functions.Event;
        Assert.Equal("AQIDBP8=", sent.GetProperty("body").GetString());
        Assert.True(sent.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal("5", sent.GetProperty("headers").GetProperty("content-length").GetString());
        Assert.Equal("application/octet-stream", sent.GetProperty("headers").GetProperty("content-type").GetString());
    }

    [Theory]
    [InlineData("""{"statusCode":200,"headers":{"Content-Type":"application/json"},"body":"[1]"}""", 200, "[1]", Json)]
    [InlineData("""{"statusCode":201,"headers":null,"cookies":null,"body":"7"}""", 201, "7", Plain)]
    [InlineData("""{"statusCode":201,"headers":{"Content-Type":"text/css"},"body":"{}"}""", 201, "{}", "text/css")]
    [InlineData("""{"statusCode":200,"body":"eyJhIjoxfQ==","isBase64Encoded":true}""", 200, "{\"a\":1}", Plain)]
    [InlineData("""{"statusCode":200,"body":"Test body"}""", 200, "Test body", Plain)]
    [InlineData("""{"statusCode":0,"body":"{\"gone\":1}"}""", 500, Failed, Json)]
    [InlineData("""{"statusCode": 200.5, "body": "Hi", "headers": {"Content-Type": "text/css"}}""", 500, Failed, Json)]
    [InlineData("""{"name": "Jo", "age":""", 200, """{"name": "Jo", "age":""", Json)]
    [InlineData("""{"name": "Jo", "age": 30}""", 200, """{"name": "Jo", "age": 30}""", Json)]
    [InlineData("[1, 2, 3]", 200, "[1, 2, 3]", Json)]
    [InlineData("Good day!", 200, "Good day!", Json)]
    [InlineData("42", 200, "42", Json)]
    [InlineData("true", 200, "true", Json)]
    [InlineData("\"test\"", 200, "test", Json)]
    [InlineData("\"Good day, all!\"", 200, "Good day, all!", Json)]
    [InlineData("\"\"", 200, "", Json)]
    [InlineData("\"Very \\\"quoted\\\" text\"", 200, "Very \"quoted\" text", Json)]
    public async Task A_result_becomes_this_answer_with_these_headers_and_no_others(
        string result, int status, string body, string type)
    {
        var answer = await AnswerToAsync(result);

        Assert.Equal((status, body, type), (answer.Status, answer.Body, answer["content-type"]));
        Assert.Equal($"{body.Length}", answer["content-length"]);
        Assert.Matches("^[A-Za-z0-9_-]{15}=$", answer["Apigw-Requestid"]);
        Assert.Equal(
            ["Apigw-Requestid", "Connection", "Content-Length", "Content-Type", "Date"],
            answer.Headers.Select(header => header.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Headers_of_a_result_stand_in_the_answer_in_canonical_letters()
    {
        var answer = await AnswerToAsync(
            """
            {"statusCode":200,"body":"{}",
             "headers":{"Content-Type":"application/json","myheader":"a,withsecond","anotherheader":"b"}}
            """);

        Assert.Contains(("Myheader", "a,withsecond"), answer.Headers);
        Assert.Contains(("Anotherheader", "b"), answer.Headers);
    }

    [Theory]
    [InlineData("keep-alive", "keep-alive")]
    [InlineData("close", "close")]
    [InlineData("x-hop, Close", "close")]
    public async Task Over_http_1_the_answer_says_whether_the_connection_stays(string asked, string told)
    {
        var answer = await AnswerToAsync("{}", asked);

        Assert.Equal([told], answer.All("connection"));
    }

    private static async Task<JsonElement> EventOfAsync(
        string method, string route, string path, params (string Name, string Value)[] headers)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public($"{method} {route}"));

        await host.SendAsync(method, path, headers);

        return host.Functions.Event;
    }

    private static async Task<Answer> AnswerToAsync(string result, string connection = "keep-alive")
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("POST /things"));
        host.Functions.Returns(result);
        using var wire = await Wire.ConnectAsync(host.Port, TestContext.Current.CancellationToken);

        await wire.SendAsync(
            Encoding.ASCII.GetBytes(
                $"POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: {connection}\r\n\r\n"),
            TestContext.Current.CancellationToken);
        return (await wire.ReadAsync(isHead: false, TestContext.Current.CancellationToken))!;
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);
}
