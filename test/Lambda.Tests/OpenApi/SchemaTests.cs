using System.Text.Json;
using System.Text.Json.Nodes;
using Lambda.Generator.OpenApi;

namespace Lambda.Tests.OpenApi;

/// <summary>C# types as JSON Schema: what the serializer writes and reads.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Every_kind_of_member_is_described_as_the_serializer_writes_it()
    {
        var api = Answering(
            """
            /// <summary>Every kind of member.</summary>
            /// <param name="Id">Its id.</param>
            public record Answer(
                Guid Id, string? Maybe, int Count, double[] Sizes, IReadOnlyDictionary<string, Answer?> ByName,
                DateTimeOffset At, DateOnly Day, TimeSpan Long, Uri Link, byte[] Bytes, char Letter, decimal? Price,
                Colour Colour, Word Word, object Anything, System.Text.Json.JsonElement Raw, Answer[]? Parts,
                Page<Answer> Page, Answer.Part Inner)
            {
                /// <summary>Said beside it.</summary>
                /// <value minimum="1" maximum="3" example="2"/>
                public long Small { get; init; }

                [System.Text.Json.Serialization.JsonIgnore]
                public string Secret => "";

                [System.Text.Json.Serialization.JsonIgnore(
                    Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]
                public string? Always { get; init; }

                [System.Text.Json.Serialization.JsonPropertyName("renamed")]
                public bool Flag { get; }

                /// <value enum="a b"/>
                [System.Text.Json.Serialization.JsonIgnore(
                    Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]
                public string? Choice { get; init; }

                public static int Shared => 0;

                internal int Hidden => 0;

                public record Part(Colour? Colour);
            }

            public record Page<T>(List<T> Items);

            public enum Colour { Red, Green = 4 }

            [System.Text.Json.Serialization.JsonConverter(
                typeof(System.Text.Json.Serialization.JsonStringEnumConverter<Word>))]
            public enum Word
            {
                Yes,

                [System.Text.Json.Serialization.JsonStringEnumMemberName("not-yet")]
                No,
            }
            """);

        await api.IsValidAsync();
        Snapshot.Matches(DescribedApi.Text(api.Schemas));
    }

    [Fact]
    public void What_is_sent_needs_what_the_reader_insists_on_and_what_is_answered_has_all_but_nulls()
    {
        var api = DescribedApi.Of(
            """
            namespace App;

            [System.Text.Json.Serialization.JsonUnmappedMemberHandling(
                System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow)]
            public class Sent
            {
                public required string Needed { get; init; }
                public string Optional { get; init; } = "";
                public string? Nullable { get; init; }
                public int Computed => 1;
            }

            /// <param name="Documented" required="true">Checked by hand.</param>
            public record Both(string? Documented, string Plain);

            public class Functions
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Post, "/sent")]
                public void Post([FromBody] Sent sent) { }

                [LambdaFunction, HttpApi(LambdaHttpMethod.Put, "/both")]
                public Both Put([FromBody] Both both) => both;
            }
            """);

        var sent = api.Schemas["Sent"]!;
        Assert.Equal("""["Needed"]""", sent["required"]!.ToJsonString());
        Assert.Equal("""["string","null"]""", sent["properties"]!["Nullable"]!["type"]!.ToJsonString());
        Assert.Null(sent["properties"]!["Computed"]);
        Assert.Equal("false", sent["additionalProperties"]!.ToJsonString());
        var both = api.Schemas["Both"]!;
        Assert.Equal("""["Documented"]""", both["required"]!.ToJsonString());
        Assert.Equal("\"string\"", both["properties"]!["Documented"]!["type"]!.ToJsonString());
        Assert.Null(both["additionalProperties"]);
    }

    [Fact]
    public void A_serializer_of_ones_own_names_members_as_its_context_says()
    {
        var api = DescribedApi.OfSerialized(
            """
            using System.Text.Json.Serialization;
            using Amazon.Lambda.Serialization.SystemTextJson;

            [assembly: LambdaSerializer(typeof(App.Named))]

            namespace App;

            public enum Colour { Red }

            public record Answer(string ThisOne, Colour Colour);

            [JsonSourceGenerationOptions(
                PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
            public abstract class Context(System.Text.Json.JsonSerializerOptions options)
                : JsonSerializerContext(options);

            public class Named() : SourceGeneratorLambdaJsonSerializer<Context>(options =>
                options.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower);

            public class Functions
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/")]
                public Answer Get() => null!;
            }
            """);

        var members = api.Schemas["Answer"]!["properties"]!;
        Assert.NotNull(members["this_one"]);
        Assert.Equal("""["Red"]""", members["colour"]!["enum"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("URLOfPage")]
    [InlineData("URL")]
    [InlineData("aName")]
    [InlineData("IPv6Address")]
    [InlineData("Sha256")]
    [InlineData("Two_Words")]
    [InlineData("X")]
    public void Names_are_written_as_the_serializer_writes_them(string name)
    {
        Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), JsonNames.Of(name, JsonNaming.CamelCase));
        Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), JsonNames.Of(name, JsonNaming.SnakeCaseLower));
        Assert.Equal(JsonNamingPolicy.SnakeCaseUpper.ConvertName(name), JsonNames.Of(name, JsonNaming.SnakeCaseUpper));
        Assert.Equal(JsonNamingPolicy.KebabCaseLower.ConvertName(name), JsonNames.Of(name, JsonNaming.KebabCaseLower));
        Assert.Equal(JsonNamingPolicy.KebabCaseUpper.ConvertName(name), JsonNames.Of(name, JsonNaming.KebabCaseUpper));
    }

    [Fact]
    public void Two_types_of_one_name_are_both_described()
    {
        var api = Answering(
            "public record Answer(Other.Answer Inner);", "namespace Other; public record Answer(int Number);");

        Assert.Equal(
            ["App.Answer", "Other.Answer"], ((JsonObject)api.Schemas).Select(schema => schema.Key));
        Assert.Equal(
            "#/components/schemas/Other.Answer",
            api.Schemas["App.Answer"]!["properties"]!["Inner"]!["$ref"]!.ToString());
    }

    private static DescribedApi Answering(string types, params string[] more) => DescribedApi.Of(
        [
            $$"""
            namespace App;

            {{types}}

            public class Functions
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/")]
                public Task<Answer> Get() => throw new Exception();
            }
            """,
            .. more,
        ]);
}
