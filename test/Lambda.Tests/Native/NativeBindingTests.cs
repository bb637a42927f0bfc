using System.Text.Json.Nodes;
using Lambda.Tests.Runtime;
using Photos.Tests.Shared;

namespace Lambda.Tests.Native;

/// <summary>
/// Compiled to native code, without reflection, generated handlers take every kind of argument and give every kind of
/// answer. Each case is one function of the sample, run as a process of its own.
/// </summary>
public sealed class NativeBindingTests : IClassFixture<NativeSample>
{
    private const string Id = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

    private readonly NativeSample _sample;

    public NativeBindingTests(NativeSample sample)
    {
        Assert.SkipWhen(NativeExecutable.Missing is not null, NativeExecutable.Missing ?? "");
        _sample = sample;
    }

    [Fact]
    public void Publishing_warns_of_nothing() =>
        Assert.DoesNotContain("warning", _sample.Executable.Log, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(
        "Query",
        $$"""
        {"queryStringParameters": {"text": "a b", "id": "{{Id}}", "colour": "Green", "numbers": "1,2,3",
          "day": "2026-11-21", "time": "01:30:00"} }
        """,
        200,
        $"a b {Id} Green 6 2026-11-21 01:30:00 7")]
    [InlineData(
        "Path",
        """{"pathParameters": {"number": "42", "rest": "a/b"}, "headers": {"X-Colour": "Red,Green"} }""",
        200,
        "42 a/b Red+Green")]
    [InlineData("Path", """{"pathParameters": {"number": "many", "rest": "a"} }""", 400, null)]
    [InlineData("Body", """{"body": "{\"Name\": \"pear\", \"Count\": 1}"}""", 200, """{"Name":"pear","Count":2}""")]
    [InlineData(
        "Body",
        """{"body": "eyJOYW1lIjoiZmlnIn0=", "isBase64Encoded": true}""",
        200,
        """{"Name":"fig","Count":1}""")]
    [InlineData("Body", """{"body": "no JSON"}""", 400, null)]
    [InlineData("Whole", """{"rawPath": "/whole"}""", 203, "/whole event-1")]
    [InlineData("Url", """{"queryStringParameters": {"numbers": "12,3"} }""", 200, "15")]
    [InlineData(
        "FirstPayload",
        """{"multiValueQueryStringParameters": {"numbers": ["4", "5"]} }""",
        200,
        """{"Name":"sum","Count":9}""")]
    [InlineData("Rest", $$"""{"pathParameters": {"id": "{{Id}}"} }""", 200, $$"""{"Name":"{{Id}}","Count":1}""")]
    [InlineData(
        "Guarded",
        """{"requestContext": {"authorizer": {"lambda": {"guest": "Ada", "visits": 3} } } }""",
        200,
        "Ada 3")]
    [InlineData("Guarded", """{"requestContext": {} }""", 401, null)]
    public async Task A_request_is_bound_and_answered(string function, string request, int status, string? body)
    {
        var answer = await AnswerAsync(function, request);

        Assert.Equal(status, (int?)answer["statusCode"]);
        if (body is not null)
            Assert.Equal(body, (string?)answer["body"]);
    }

    [Fact]
    public async Task A_result_carries_its_headers_and_cookies()
    {
        var answer = await AnswerAsync("Text", """{"body": "four"}""");

        Assert.Equal(201, (int?)answer["statusCode"]);
        Assert.Equal("/text/4", (string?)answer["headers"]!["location"]);
        Assert.Equal("""["theme=dark; Path=/","size=large"]""", answer["cookies"]!.ToJsonString());
        Assert.Equal("The corner shop", (string?)answer["body"]);
    }

    [Theory]
    [InlineData("let me in", """{"isAuthorized":true,"context":{"guest":"Ada","visits":3}}""")]
    [InlineData("please", """{"isAuthorized":false}""")]
    public async Task An_authorizer_decides(string authorization, string expected)
    {
        var answer = await AnswerAsync("Guard", $$"""{"headers": {"authorization": "{{authorization}}"} }""");

        Assert.Equal(expected, answer.ToJsonString());
    }

    [Theory]
    [InlineData("Uploaded", """{"Records": [{"s3": {"object": {"key": "pictures/a+b.jpg"} } }]}""", "")]
    [InlineData(
        "Queued",
        """{"Records": [{"messageId": "m-1", "body": "x"}]}""",
        """{"batchItemFailures":[{"itemIdentifier":"m-1"}]}""")]
    [InlineData("Nightly", """{"detail-type": "Scheduled Event", "time": "2026-11-21T00:00:00Z", "detail": {} }""", "")]
    [InlineData(
        "Plain",
        """{"Name": "pear", "Count": 1}""",
        """[{"Name":"pear","Count":1},{"Name":"pear","Count":1}]""")]
    public async Task An_event_is_taken(string function, string json, string expected)
    {
        Assert.Equal(expected, (await ReportAsync(function, json)).Text);
    }

    private async Task<JsonNode> AnswerAsync(string function, string json) =>
        JsonNode.Parse((await ReportAsync(function, json)).Text)!;

    private async Task<Report> ReportAsync(string function, string json)
    {
        await using var api = await ScriptedRuntimeApi.StartAsync();
        api.Event("event-1", json);
        using var process = _sample.Executable.Start(function, api.Endpoint);
        try
        {
            var report = await api.ReportAsync();
            Assert.EndsWith("/event-1/response", report.Path, StringComparison.Ordinal);
            return report;
        }
        finally
        {
            process.Kill();
        }
    }
}
