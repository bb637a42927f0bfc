namespace Lambda.Tests.HttpApi;

public sealed class ResponseTests
{
    private const string Failed = """{"message":"Internal Server Error"}""";

    [Fact]
    public async Task A_status_with_headers_and_body_goes_out_as_it_is()
    {
        var answer = await AnswerTo("""
            {"body":"h\u00e9\n\"","headers":{"Content-Type":"text/html","my-header":"a","x-number":5,"x-none":null},
             "statusCode":201}
            """);

        Assert.Equal((201, "hÃ©\n\""), (answer.Status, answer.Body));
        Assert.Equal("text/html", answer["content-type"]);
        Assert.Contains(("My-Header", "a"), answer.Headers);
        Assert.Contains(("X-Number", "5"), answer.Headers);
        Assert.Null(answer["x-none"]);
    }

    [Fact]
    public async Task Names_of_headers_are_rewritten_canonically_and_the_request_is_named()
    {
        var answer = await AnswerTo(
            """{"statusCode":200,"headers":{"myheader":"test,other","X-CUSTOM-header":"a","x_y-z":"b"}}""");

        Assert.Contains(("Myheader", "test,other"), answer.Headers);
        Assert.Contains(("X-Custom-Header", "a"), answer.Headers);
        Assert.Contains(("X_y-Z", "b"), answer.Headers);
        Assert.Contains(answer.Headers, header => header.Name is "Apigw-Requestid");
    }

    [Fact]
    public async Task A_header_beyond_ascii_is_500()
    {
        var answer = await AnswerTo("""{"statusCode":200,"headers":{"x-name":"h\u00e9"}}""");

        Assert.Equal((500, Failed), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Without_a_content_type_it_is_plain_text()
    {
        var answer = await AnswerTo("""{"statusCode":200,"body":"{}"}""");

        Assert.Equal("text/plain; charset=utf-8", answer["content-type"]);
    }

    [Theory]
    [InlineData("""{"statusCode":0}""")]
    [InlineData("""{"statusCode":200.5}""")]
    [InlineData("""{"statusCode":"abc"}""")]
    [InlineData("""{"statusCode":null}""")]
    [InlineData("""{"statusCode":[200]}""")]
    [InlineData("""{"statusCode":101}""")]
    [InlineData("""{"statusCode":600}""")]
    [InlineData("""{"statusCode":99999999999}""")]
    [InlineData("""{"statusCode":200,"body":{}}""")]
    [InlineData("""{"statusCode":200,"body":"\ud800"}""")]
    [InlineData("""{"statusCode":200,"headers":[]}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":["b"]}}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":"b\r\nc: d"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"a b":"c"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"x-ok":"1","":"c"}}""")]
    [InlineData("""{"statusCode":200,"cookies":"a=b"}""")]
    [InlineData("""{"statusCode":200,"cookies":[{}]}""")]
    [InlineData("""{"statusCode":200,"isBase64Encoded":"yes"}""")]
    [InlineData("""{"statusCode":200,"isBase64Encoded":true,"body":"%%"}""")]
    public async Task A_response_that_is_wrong_is_500(string payload)
    {
        var answer = await AnswerTo(payload);

        Assert.Equal((500, Failed), (answer.Status, answer.Body));
        Assert.Equal(("application/json", "35"), (answer["content-type"], answer["content-length"]));
        Assert.NotNull(answer["apigw-requestid"]);
        Assert.Null(answer["x-ok"]);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("[1, 2]", "[1, 2]")]
    [InlineData("7", "7")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("\"two\\nlines\"", "two\nlines")]
    [InlineData("\"\"", "")]
    [InlineData("", "")]
    [InlineData("{not json", "{not json")]
    [InlineData("""{"statusCode":201} and more""", """{"statusCode":201} and more""")]
    [InlineData("""{"StatusCode":201}""", """{"StatusCode":201}""")]
    public async Task What_has_no_status_is_the_body_of_a_200(string payload, string body)
    {
        var answer = await AnswerTo(payload);

        Assert.Equal((200, body, "application/json"), (answer.Status, answer.Body, answer["content-type"]));
    }

    [Fact]
    public async Task A_member_whose_name_is_no_text_is_passed_over()
    {
        var answer = await AnswerTo("""{"\ud800":{"statusCode":500},"statusCode":201,"body":"abc"}""");

        Assert.Equal((201, "abc"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_refusal_with_a_name_that_is_no_text_goes_out_like_any_other()
    {
        var answer = await AnswerTo("""{"statusCode":400,"body":"{\"\\ud800\":1,\"code\":\"x\"}"}""");

        Assert.Equal((400, """{"\ud800":1,"code":"x"}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_base64_body_is_decoded()
    {
        var answer = await AnswerTo("""{"statusCode":200,"isBase64Encoded":true,"body":"AP9h"}""");

        Assert.Equal("\0\u00ffa", answer.Body);
        Assert.Equal("3", answer["content-length"]);
    }

    [Fact]
    public async Task Each_cookie_is_a_line_before_the_header_of_that_name()
    {
        var answer = await AnswerTo("""{"headers":{"set-cookie":"c=3"},"cookies":["a=1","b=2"],"statusCode":200}""");

        string[] lines =
            [.. answer.Headers.Where(header => header.Name is "Set-Cookie").Select(header => header.Value)];
        Assert.Equal(["a=1", "b=2", "c=3"], lines);
    }

    [Fact]
    public async Task The_framing_of_the_answer_is_not_the_functions()
    {
        var answer = await AnswerTo(
            """{"statusCode":200,"body":"abc","headers":{"content-length":"99","transfer-encoding":"chunked"}}""");

        Assert.Equal(("3", null, "abc"), (answer["content-length"], answer["transfer-encoding"], answer.Body));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    public async Task An_answer_that_cannot_have_a_body_has_none(int status)
    {
        var answer = await AnswerTo($$"""{"statusCode":{{status}},"body":"abc"}""");

        Assert.Equal((status, ""), (answer.Status, answer.Body));
    }

    private static async Task<Answer> AnswerTo(string payload)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("GET /things"));
        host.Functions.Returns(payload.Trim());

        return await host.SendAsync("GET", "/things");
    }
}
