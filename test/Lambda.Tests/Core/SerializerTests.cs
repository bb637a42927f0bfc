using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Lambda.Tests.Core;

public sealed record Print(string? PaperSize, int Copies, DateTime? Ordered = null, byte[]? Proof = null);

public sealed record Stranger(string Name);

[JsonSerializable(typeof(Print))]
internal sealed partial class PrintJson : JsonSerializerContext;

internal sealed class CamelCaseSerializer() : SourceGeneratorLambdaJsonSerializer<PrintJson>(
    options => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);

public sealed class SerializerTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<PrintJson> _serializer = new();

    [Fact]
    public void Names_are_written_as_declared_and_nulls_are_not_written()
    {
        Assert.Equal("""{"Copies":2}""", Write(_serializer, new Print(null, 2)));
    }

    [Fact]
    public void A_derived_serializer_changes_the_options()
    {
        Assert.Equal("""{"paperSize":"A4","copies":1}""", Write(new CamelCaseSerializer(), new Print("A4", 1)));
    }

    [Theory]
    [InlineData("""{"paperSize":"A4","copies":3}""")]
    [InlineData("""{"PAPERSIZE":"A4","COPIES":3}""")]
    public void Names_are_read_in_any_case(string json)
    {
        Assert.Equal(new Print("A4", 3), Read<Print>(json));
    }

    [Theory]
    [InlineData("\"2020-09-13T12:26:40Z\"")]
    [InlineData("1600000000")]
    [InlineData("1600000000000")]
    public void A_point_in_time_is_text_or_seconds_or_milliseconds(string time)
    {
        var print = Read<Print>($$"""{"Copies":1,"Ordered":{{time}}}""");

        Assert.Equal(new DateTime(2020, 9, 13, 12, 26, 40, DateTimeKind.Utc), print.Ordered);
    }

    [Theory]
    [InlineData("\"AQI=\"")]
    [InlineData("[1,2]")]
    public void Bytes_are_read_from_base64_and_from_numbers(string bytes)
    {
        Assert.Equal([1, 2], Read<Print>($$"""{"Copies":1,"Proof":{{bytes}}}""").Proof);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"Copies":"many"}""")]
    [InlineData("""{"Copies":1,"Ordered":1e300}""")]
    [InlineData("""{"Copies":1,"Proof":[1,2,300]}""")]
    public void What_cannot_be_read_is_one_kind_of_exception(string json)
    {
        var error = Assert.Throws<JsonSerializerException>(() => Read<Print>(json));

        Assert.StartsWith(
            "Error converting the Lambda event JSON payload to type Lambda.Tests.Core.Print", error.Message,
            StringComparison.Ordinal);
        Assert.IsType<JsonException>(error.InnerException);
    }

    [Fact]
    public void An_unknown_type_is_named_with_the_context_that_should_know_it()
    {
        var error = Assert.Throws<JsonSerializerException>(() => Write(_serializer, new Stranger("x")));

        Assert.Contains("[JsonSerializable(typeof(Stranger))] to PrintJson", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_passed_as_object_is_written_as_what_it_is()
    {
        Assert.Equal("""{"PaperSize":"A4","Copies":1}""", Write<object>(_serializer, new Print("A4", 1)));
    }

    [Fact]
    public void The_gateways_own_types_need_no_entry_in_the_context()
    {
        var request = Read<APIGatewayHttpApiV2ProxyRequest>(
            """{"rawPath":"/x","requestContext":{"authorizer":{"jwt":{"claims":{"sub":"ada"}}}}}""");
        var answer = Write(_serializer, new APIGatewayHttpApiV2ProxyResponse { StatusCode = 204 });

        Assert.Equal("ada", request.RequestContext!.Authorizer!.Jwt!.Claims!["sub"]);
        Assert.Equal("""{"statusCode":204,"isBase64Encoded":false}""", answer);
    }

    private static string Write<T>(ILambdaSerializer serializer, T value)
    {
        using var json = new MemoryStream();
        serializer.Serialize(value, json);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    private T Read<T>(string json) => _serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
