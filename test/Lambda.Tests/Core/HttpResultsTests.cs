using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using Lambda.Tests.Generator;

namespace Lambda.Tests.Core;

public sealed class HttpResultsTests
{
    [Fact]
    public void An_answer_without_body_has_every_member_of_the_wire_format()
    {
        Assert.Equal(
            """{"statusCode":200,"headers":null,"Cookies":null,"body":null,"isBase64Encoded":false}""",
            Wire(HttpResults.Ok()));
    }

    [Fact]
    public void A_text_is_sent_as_plain_text()
    {
        Assert.Equal(
            """{"statusCode":404,"headers":{"content-type":"text/plain"},"Cookies":null,"body":"no such photo","isBase64Encoded":false}""",
            Wire(HttpResults.NotFound("no such photo")));
    }

    [Fact]
    public void An_empty_text_has_no_type()
    {
        Assert.Equal(
            """{"statusCode":200,"headers":null,"Cookies":null,"body":"","isBase64Encoded":false}""",
            Wire(HttpResults.Ok("")));
    }

    [Fact]
    public void A_value_goes_through_the_serializer_and_is_escaped_as_text()
    {
        var wire = Wire(HttpResults.Ok(new { Name = "a\"b" }));

        using var answer = JsonDocument.Parse(wire);
        Assert.Equal("""{"Name":"a\u0022b"}""", answer.RootElement.GetProperty("body").GetString());
        Assert.Equal("application/json", Header(answer, "content-type"));
    }

    [Fact]
    public void Bytes_travel_as_base64_from_an_array_a_list_or_the_rest_of_a_stream()
    {
        var stream = new MemoryStream([9, 1, 2, 3]) { Position = 1 };

        foreach (var body in new object[] { new byte[] { 1, 2, 3 }, new List<byte> { 1, 2, 3 }, stream })
        {
            Assert.Equal(
                """{"statusCode":200,"headers":{"content-type":"application/octet-stream"},"Cookies":null,"body":"AQID","isBase64Encoded":true}""",
                Wire(HttpResults.Ok(body)));
        }
    }

    [Fact]
    public void A_type_of_ones_own_wins()
    {
        var wire = Wire(HttpResults.Ok("<p>").AddHeader("Content-Type", "text/html"));

        using var answer = JsonDocument.Parse(wire);
        Assert.Equal("text/html", Header(answer, "content-type"));
    }

    [Fact]
    public void Header_names_are_lower_case_and_values_of_a_name_are_joined()
    {
        var result = HttpResults.Ok().AddHeader("X-Tag", "a").AddHeader("x-tag", "b");

        Assert.Contains("""{"x-tag":"a,b"}""", Wire(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Payload_format_1_has_a_list_for_each_header()
    {
        var result = HttpResults.Ok("x").AddHeader("a", "1").AddHeader("a", "2");

        Assert.Equal(
            """{"statusCode":200,"multiValueHeaders":{"a":["1","2"],"content-type":["text/plain"]},"body":"x","isBase64Encoded":false}""",
            Wire(result, HttpResultSerializationOptions.ProtocolVersion.V1));
    }

    [Theory]
    [InlineData(false, false, 302)]
    [InlineData(true, false, 301)]
    [InlineData(false, true, 307)]
    [InlineData(true, true, 308)]
    public void A_redirect_says_how_long_and_by_which_method(bool permanent, bool preserveMethod, int status)
    {
        var result = HttpResults.Redirect("/new", permanent, preserveMethod);

        Assert.Equal(status, (int)result.StatusCode);
        Assert.Contains("""{"location":"/new"}""", Wire(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_created_thing_may_say_where_it_is()
    {
        Assert.Contains("""{"location":"/photos/1"}""", Wire(HttpResults.Created("/photos/1")), StringComparison.Ordinal);
        Assert.Contains("\"headers\":null", Wire(HttpResults.Created()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, "\"headers\":{\"retry-after\":\"30\"}")]
    [InlineData(0, "\"headers\":null")]
    [InlineData(null, "\"headers\":null")]
    public void An_unavailable_service_may_say_when_to_come_back(int? delay, string expected)
    {
        Assert.Contains(expected, Wire(HttpResults.ServiceUnavailable(delay)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_status_has_its_name()
    {
        (IHttpResult Result, HttpStatusCode Status)[] expected =
        [
            (HttpResults.Accepted(), HttpStatusCode.Accepted),
            (HttpResults.BadRequest(), HttpStatusCode.BadRequest),
            (HttpResults.Unauthorized(), HttpStatusCode.Unauthorized),
            (HttpResults.Forbid(), HttpStatusCode.Forbidden),
            (HttpResults.Conflict(), HttpStatusCode.Conflict),
            (HttpResults.InternalServerError(), HttpStatusCode.InternalServerError),
            (HttpResults.BadGateway(), HttpStatusCode.BadGateway),
            (HttpResults.NewResult(HttpStatusCode.Gone), HttpStatusCode.Gone),
        ];

        Assert.All(expected, pair => Assert.Equal(pair.Status, pair.Result.StatusCode));
    }

    private static string? Header(JsonDocument answer, string name) =>
        answer.RootElement.GetProperty("headers").GetProperty(name).GetString();

    private static string Wire(
        IHttpResult result,
        HttpResultSerializationOptions.ProtocolVersion version = HttpResultSerializationOptions.ProtocolVersion.V2)
    {
        using var wire = result.Serialize(new HttpResultSerializationOptions
        {
            Format = HttpResultSerializationOptions.ProtocolFormat.HttpApi,
            Version = version,
            Serializer = new ReflectionSerializer(),
        });
        return new StreamReader(wire, Encoding.UTF8).ReadToEnd();
    }
}
