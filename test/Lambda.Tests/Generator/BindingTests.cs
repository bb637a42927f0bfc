using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Lambda.Tests.Generator;

/// <summary>Generated handlers, compiled and called: how a request becomes arguments.</summary>
public sealed class BindingTests
{
    [Theory]
    [InlineData("int", "42", "42")]
    [InlineData("long?", "-7", "-7")]
    [InlineData("bool", "true", "True")]
    [InlineData("char", "x", "x")]
    [InlineData("decimal", "1.50", "1.50")]
    [InlineData("Guid", "0198a8a5-6f5c-7b7e-9d3c-111111111111", "0198a8a5-6f5c-7b7e-9d3c-111111111111")]
    [InlineData("DateOnly", "2026-11-21", "2026-11-21")]
    [InlineData("DateOnly?", "2026-11-21", "2026-11-21")]
    [InlineData("TimeSpan", "01:30:00", "01:30:00")]
    [InlineData("DayOfWeek", "friday", "Friday")]
    [InlineData("DayOfWeek?", "5", "Friday")]
    [InlineData("System.Net.IPAddress", "127.0.0.1", "127.0.0.1")]
    [InlineData("string", "a b", "a b")]
    [InlineData("List<int>", "1,2,3", "1|2|3")]
    [InlineData("IReadOnlyList<DayOfWeek>", "monday,2", "Monday|Tuesday")]
    [InlineData("string[]", "a,b", "a|b")]
    [InlineData("IEnumerable<Guid>?", "0198a8a5-6f5c-7b7e-9d3c-111111111111", "0198a8a5-6f5c-7b7e-9d3c-111111111111")]
    public async Task A_query_parameter_is_read_as_its_type(string type, string text, string expected)
    {
        var answer = await Query($"[FromQuery] {type} value").CallAsync("F_Get", Request(query: text));

        Assert.Equal((200, expected), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("int", "abc\"<script>", "Int32")]
    [InlineData("int?", "9999999999", "Int32")]
    [InlineData("Guid", "x", "Guid")]
    [InlineData("DayOfWeek", "8", "DayOfWeek")]
    public async Task Nonsense_is_answered_with_400_that_says_where_and_repeats_nothing(string type, string text, string name)
    {
        var answer = await Query($"[FromQuery] {type} value").CallAsync("F_Get", Request(query: text));

        Assert.Equal((400, "application/json"), (answer.Status, answer.ContentType));
        Assert.Equal("ValidationException", answer.Headers["x-amzn-ErrorType"]);
        using var body = JsonDocument.Parse(answer.Body!);
        Assert.Equal(
            $"1 validation error(s) detected: Value at 'value' failed to satisfy constraint: must be a valid {name}",
            body.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Every_error_is_reported_at_once()
    {
        var answer = await Query("[FromQuery] List<int> value, [FromHeader(Name = \"x-n\")] int n")
            .CallAsync("F_Get", Request(query: "a,1,b", header: "z"));

        Assert.StartsWith("{\"message\":\"3 validation error(s) detected", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[FromQuery] int value", "0")]
    [InlineData("[FromQuery] int value = 50", "50")]
    [InlineData("[FromQuery] int? value", "nothing")]
    [InlineData("[FromQuery] int? value = 5", "5")]
    [InlineData("[FromQuery] string value = \"a\\\"b\"", "a\"b")]
    [InlineData("[FromQuery] string? value", "nothing")]
    [InlineData("[FromQuery] decimal value = 1.5m", "1.5")]
    [InlineData("[FromQuery] float value = 2.5f", "2.5")]
    [InlineData("[FromQuery] char value = '\\''", "'")]
    [InlineData("[FromQuery] DayOfWeek value = DayOfWeek.Friday", "Friday")]
    [InlineData("[FromQuery] List<int>? value", "nothing")]
    public async Task What_is_missing_is_the_default_value(string parameter, string expected)
    {
        var answer = await Query(parameter).CallAsync("F_Get", Request());

        Assert.Equal((200, expected), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_header_is_found_whatever_its_case_and_under_another_name()
    {
        var answer = await Query("[FromHeader(Name = \"X-N\")] int value").CallAsync("F_Get", Request(header: "7"));

        Assert.Equal("7", answer.Body);
    }

    [Fact]
    public async Task A_query_name_is_told_apart_by_case()
    {
        var answer = await Query("[FromQuery(Name = \"Value\")] string? value").CallAsync("F_Get", Request(query: "x"));

        Assert.Equal("nothing", answer.Body);
    }

    [Fact]
    public async Task A_variable_of_the_path_is_bound_by_name_by_attribute_and_to_the_rest()
    {
        var functions = Function(
            "/albums/{id}/{page}/{rest+}",
            "Guid id, [FromRoute(Name = \"page\")] int number, string rest",
            "$\"{id} {number} {rest}\"");
        var request = new APIGatewayHttpApiV2ProxyRequest
        {
            PathParameters = new Dictionary<string, string>
            {
                ["id"] = "0198a8a5-6f5c-7b7e-9d3c-111111111111",
                ["page"] = "3",
                ["rest"] = "a/b",
            },
        };

        var answer = await functions.CallAsync("F_Get", request);

        Assert.Equal("0198a8a5-6f5c-7b7e-9d3c-111111111111 3 a/b", answer.Body);
    }

    [Fact]
    public async Task A_reserved_word_may_be_a_parameter()
    {
        var answer = await Query("[FromQuery(Name = \"value\")] string @class", "@class").CallAsync("F_Get", Request(query: "x"));

        Assert.Equal("x", answer.Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_is_read_as_text_whether_or_not_it_travels_as_base64(bool isBase64)
    {
        var functions = Function("/x", "[FromBody] string body", "body");

        var answer = await functions.CallAsync("F_Get", Body("Grüße", isBase64));

        Assert.Equal("Grüße", answer.Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_is_read_as_json_whether_or_not_it_travels_as_base64(bool isBase64)
    {
        var functions = Function("/x", "[FromBody] Dictionary<string, int> body", "body[\"a\"].ToString()");

        var answer = await functions.CallAsync("F_Get", Body("""{"a":5}""", isBase64));

        Assert.Equal("5", answer.Body);
    }

    [Theory]
    [InlineData("""{"a":"secret"}""", "must be JSON of the expected shape")]
    [InlineData("secret", "must be JSON of the expected shape")]
    [InlineData(null, "must not be missing")]
    public async Task A_body_that_cannot_be_read_is_answered_with_400_that_repeats_nothing(string? body, string reason)
    {
        var functions = Function("/x", "[FromBody] Dictionary<string, int> body", "\"\"");

        var answer = await functions.CallAsync("F_Get", Body(body, false));

        Assert.Equal(400, answer.Status);
        Assert.Contains(reason, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_the_base64_it_says_is_answered_with_400()
    {
        var functions = Function("/x", "[FromBody] string body", "body");

        var answer = await functions.CallAsync("F_Get", new() { Body = "***", IsBase64Encoded = true });

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task A_missing_body_is_the_default_value_where_there_is_one()
    {
        var functions = Function("/x", "[FromBody] Dictionary<string, int>? body = null", "body is null ? \"none\" : \"some\"");

        Assert.Equal("none", (await functions.CallAsync("F_Get", new())).Body);
    }

    [Fact]
    public async Task A_cancellation_token_ends_before_the_invocation_does()
    {
        var functions = Function("/x", "CancellationToken ct", "$\"{ct.CanBeCanceled} {ct.IsCancellationRequested}\"");

        var early = await functions.CallAsync("F_Get", new(), CompiledFunctions.Context(TimeSpan.FromSeconds(30)));
        var late = await functions.CallAsync("F_Get", new(), CompiledFunctions.Context(TimeSpan.FromMilliseconds(400)));
        var never = await functions.CallAsync("F_Get", new(), CompiledFunctions.Context(TimeSpan.MaxValue));

        Assert.Equal(("True False", "True True", "True False"), (early.Body, late.Body, never.Body));
    }

    private static CompiledFunctions Query(string parameters, string name = "value") =>
        Function("/x", parameters, $"Show({name})");

    private static CompiledFunctions Function(string path, string parameters, string result) => CompiledFunctions.Of(
        $$"""
        namespace App;

        public class F
        {
            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "{{path}}")]
            public IHttpResult Get({{parameters}}) => HttpResults.Ok({{result}});

            private static string Show(object? value) => value switch
            {
                null => "nothing",
                string text => text,
                System.Collections.IEnumerable list => string.Join("|", list.Cast<object>()),
                DateOnly date => date.ToString("yyyy-MM-dd"),
                _ => FormattableString.Invariant($"{value}"),
            };
        }
        """);

    private static APIGatewayHttpApiV2ProxyRequest Request(string? query = null, string? header = null) => new()
    {
        QueryStringParameters = query is null ? null : new Dictionary<string, string> { ["value"] = query },
        Headers = header is null ? null : new Dictionary<string, string> { ["x-n"] = header },
    };

    private static APIGatewayHttpApiV2ProxyRequest Body(string? text, bool isBase64) => new()
    {
        Body = isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text!)) : text,
        IsBase64Encoded = isBase64,
    };
}
