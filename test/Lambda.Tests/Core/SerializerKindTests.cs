using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.S3;

namespace Lambda.Tests.Core;

public sealed record Order(
    string? PaperSize = null,
    S3StorageClass? Class = null,
    MemoryStream? Proof = null,
    byte[]? Digest = null,
    DateTime? Ordered = null,
    Finish Finish = Finish.Matte,
    string? XAmzId2 = null);

public enum Finish
{
    Matte,
    Gloss,
}

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(string))]
internal sealed partial class OrderJson : JsonSerializerContext;

/// <summary>What all serializers do alike, and what tells them apart.</summary>
public sealed class SerializerKindTests
{
    private static readonly Order Full = new(
        "A4 <ß>",
        S3StorageClass.Glacier,
        new MemoryStream([1, 2]),
        [1, 2],
        new DateTime(2020, 9, 13, 12, 26, 40, DateTimeKind.Utc),
        Finish.Gloss,
        "id");

    public static TheoryData<ILambdaSerializer> PascalCase =>
    [
        new DefaultLambdaJsonSerializer(),
        new DefaultLambdaJsonSerializer(_ => { }),
        new DefaultLambdaJsonSerializer(_ => { }, writer => writer.Indented = true),
        new SourceGeneratorLambdaJsonSerializer<OrderJson>(),
        new SourceGeneratorLambdaJsonSerializer<OrderJson>(options => options.AllowTrailingCommas = true),
        new SourceGeneratorLambdaJsonSerializer<OrderJson>(writer => writer.Indented = true),
        new SourceGeneratorLambdaJsonSerializer<OrderJson>(_ => { }, writer => writer.Indented = true),
    ];

    public static TheoryData<ILambdaSerializer> CamelCase =>
    [
        new CamelCaseLambdaJsonSerializer(),
        new CamelCaseLambdaJsonSerializer(_ => { }),
        new CamelCaseLambdaJsonSerializer(_ => { }, _ => { }),
        new SourceGeneratorLambdaJsonSerializer<OrderJson>(
            options => options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase)),
    ];

    public static TheoryData<ILambdaSerializer> Indenting =>
    [
        new DefaultLambdaJsonSerializer(null, new JsonWriterOptions { Indented = true, NewLine = "\n" }),
        new SourceGeneratorLambdaJsonSerializer<OrderJson>(null, new JsonWriterOptions { Indented = true, NewLine = "\n" }),
        new SourceGeneratorLambdaJsonSerializer<OrderJson>(options => (options.WriteIndented, options.NewLine) = (true, "\n")),
    ];

    [Theory]
    [MemberData(nameof(PascalCase), DisableDiscoveryEnumeration = true)]
    public void Values_are_written_as_AWS_writes_them(ILambdaSerializer serializer)
    {
        Assert.Equal(
            """{"PaperSize":"A4 <ß>","Class":"GLACIER","Proof":"AQI=","Digest":[1,2],"Ordered":"2020-09-13T12:26:40Z","Finish":1,"x-amz-id-2":"id"}""",
            Write(serializer, Full));
    }

    [Theory]
    [MemberData(nameof(CamelCase), DisableDiscoveryEnumeration = true)]
    public void Names_start_in_lower_case_but_for_those_of_AWS(ILambdaSerializer serializer)
    {
        Assert.Equal(
            """{"paperSize":"A4","finish":0,"x-amz-id-2":"id"}""", Write(serializer, new Order("A4", XAmzId2: "id")));
    }

    [Theory]
    [MemberData(nameof(PascalCase), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(CamelCase), DisableDiscoveryEnumeration = true)]
    public void What_is_written_is_read_again_whatever_the_case_of_its_names(ILambdaSerializer serializer)
    {
        var json = Write(serializer, Full).Replace("apersize", "aPERsize", StringComparison.OrdinalIgnoreCase);

        var order = Read<Order>(serializer, json);

        Assert.Equal(Full.PaperSize, order.PaperSize);
        Assert.Equal(S3StorageClass.Glacier, order.Class);
        Assert.Equal([1, 2], order.Proof!.ToArray());
        Assert.Equal([1, 2], order.Digest!);
        Assert.Equal((Full.Ordered, Full.Finish, Full.XAmzId2), (order.Ordered, order.Finish, order.XAmzId2));
    }

    [Theory]
    [MemberData(nameof(Indenting), DisableDiscoveryEnumeration = true)]
    public void Options_for_writing_that_are_passed_as_a_value_take_effect(ILambdaSerializer serializer)
    {
        Assert.Equal("{\n  \"PaperSize\": \"ß\",\n  \"Finish\": 0\n}", Write(serializer, new Order("ß")));
    }

    [Fact]
    public void A_context_that_exists_keeps_its_own_options()
    {
        var context = new OrderJson(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower });
#pragma warning disable CS0618 // It is what is tested.
        var serializer = new SourceGeneratorLambdaJsonSerializer<OrderJson>(context);
        var changed = new SourceGeneratorLambdaJsonSerializer<OrderJson>(
            context, options => options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault);
#pragma warning restore CS0618

        Assert.Contains("\"paper-size\":\"A4\"", Write(serializer, new Order("A4")), StringComparison.Ordinal);
        Assert.Equal("""{"paper-size":"A4"}""", Write(changed, new Order("A4")));
    }

    [Theory]
    [MemberData(nameof(PascalCase), DisableDiscoveryEnumeration = true)]
    public void A_text_without_quotation_marks_is_explained(ILambdaSerializer serializer)
    {
        var error = Assert.Throws<JsonSerializerException>(() => Read<string>(serializer, "plain"));

        Assert.StartsWith(
            "Error converting the Lambda event JSON payload to type System.String: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("a text has quotation marks around it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_type_of_the_function_throws_is_one_kind_of_exception()
    {
        var serializer = new DefaultLambdaJsonSerializer();

        var reading = Assert.Throws<JsonSerializerException>(() => Read<Touchy>(serializer, """{"Value":1}"""));
        var writing = Assert.Throws<JsonSerializerException>(() => Write(serializer, new Touchy()));

        Assert.StartsWith("Error converting the Lambda event JSON payload to type", reading.Message, StringComparison.Ordinal);
        Assert.StartsWith("Error converting the response object of type", writing.Message, StringComparison.Ordinal);
        Assert.IsType<UnauthorizedAccessException>(writing.InnerException);
    }

    [Fact]
    public void An_event_is_read_from_where_its_stream_stands_to_its_end()
    {
        var serializer = new DefaultLambdaJsonSerializer();
        var bytes = "1,2"u8.ToArray();
        using var part = new MemoryStream(bytes, 2, 1, writable: false, publiclyVisible: true);
        using var rest = new MemoryStream(bytes, 0, 3, writable: false, publiclyVisible: true) { Position = 2 };

        Assert.Equal((2, 2), (serializer.Deserialize<int>(part), serializer.Deserialize<int>(rest)));

        using var whole = new MemoryStream("7"u8.ToArray(), 0, 1, writable: false, publiclyVisible: true);
        Assert.Equal((7, 1), (serializer.Deserialize<int>(whole), whole.Position));
    }

    private static string Write<T>(ILambdaSerializer serializer, T value)
    {
        using var json = new MemoryStream();
        serializer.Serialize(value, json);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static T Read<T>(ILambdaSerializer serializer, string json) =>
        serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private sealed class Touchy
    {
        public int Value
        {
            get => throw new UnauthorizedAccessException("not for reading");
            set => throw new UnauthorizedAccessException("not for writing");
        }
    }
}
