using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using static Amazon.Lambda.Annotations.APIGateway.HttpResultSerializationOptions;

namespace Lambda.Tests.Core;

public sealed class CookieTests
{
    private const string Dated = "b=2; Expires=Sat, 21 Nov 2026 10:00:00 GMT";

    [Fact]
    public void Cookies_have_a_list_of_their_own_in_payload_2()
    {
        var wire = Wire(HttpResults.Ok().AddCookie("a=1").AddCookie(Dated).AddHeader("x", "1"));

        Assert.Equal(
            $$"""{"statusCode":200,"headers":{"x":"1"},"cookies":["a=1","{{Dated}}"],"body":null,"isBase64Encoded":false}""",
            wire);
    }

    [Fact]
    public void Several_set_cookie_headers_are_never_joined()
    {
        var wire = Wire(HttpResults.Ok().AddHeader("Set-Cookie", "a=1").AddHeader("set-cookie", Dated));

        using var answer = JsonDocument.Parse(wire);
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("headers").ValueKind);
        Assert.Equal($"""["a=1","{Dated}"]""", answer.RootElement.GetProperty("cookies").GetRawText());
    }

    [Fact]
    public void A_header_and_a_cookie_meet_in_the_list()
    {
        var wire = Wire(HttpResults.Ok().AddCookie("b=2").AddHeader("set-cookie", "a=1"));

        Assert.Contains("""{"statusCode":200,"headers":null,"cookies":["a=1","b=2"],""", wire, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_set_cookie_header_stays_a_header()
    {
        var wire = Wire(HttpResults.Ok().AddHeader("Set-Cookie", Dated));

        Assert.Contains($$""""headers":{"set-cookie":"{{Dated}}"},"Cookies":null"""", wire, StringComparison.Ordinal);
    }

    [Fact]
    public void Cookies_are_lines_of_one_header_in_payload_1_however_often_it_is_written()
    {
        var result = HttpResults.Ok().AddHeader("set-cookie", "a=1").AddCookie(Dated);

        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(
                $$"""{"statusCode":200,"multiValueHeaders":{"set-cookie":["a=1","{{Dated}}"]},"body":null,"isBase64Encoded":false}""",
                Wire(result, ProtocolFormat.HttpApi, ProtocolVersion.V1));
        }
    }

    [Fact]
    public void A_rest_api_is_answered_in_payload_1_whatever_version_is_asked_for()
    {
        Assert.Contains(
            "multiValueHeaders", Wire(HttpResults.Ok(), ProtocolFormat.RestApi, ProtocolVersion.V2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_of_another_class_takes_a_cookie_as_a_header()
    {
        IHttpResult result = new Other();

        result.AddCookie("a=1");

        Assert.Equal(("set-cookie", "a=1"), ((Other)result).Header);
    }

    private static string Wire(
        IHttpResult result,
        ProtocolFormat format = ProtocolFormat.HttpApi,
        ProtocolVersion version = ProtocolVersion.V2)
    {
        using var wire = result.Serialize(new HttpResultSerializationOptions { Format = format, Version = version });
        return new StreamReader(wire, Encoding.UTF8).ReadToEnd();
    }

    /// <summary>As written against Amazon's interface, which knows no cookies.</summary>
    private sealed class Other : IHttpResult
    {
        public (string Name, string Value)? Header { get; private set; }

        public HttpStatusCode StatusCode => HttpStatusCode.OK;

        public IHttpResult AddHeader(string name, string value)
        {
            Header = (name, value);
            return this;
        }

        public Stream Serialize(HttpResultSerializationOptions options) => Stream.Null;
    }
}
