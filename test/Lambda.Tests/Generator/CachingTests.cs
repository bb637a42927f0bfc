namespace Lambda.Tests.Generator;

/// <summary>
/// An edit that no function sees costs nothing, and one that a function sees through other files is not missed.
/// </summary>
public sealed class CachingTests
{
    private const string Orders =
        """
        namespace App;

        public class Orders
        {
            [LambdaFunction(MemorySize = Sizes.Small)]
            [HttpApi(LambdaHttpMethod.Get, "/orders/{number}")]
            public string Get(OrderNumber number, [FromQuery] Colour colour) => "";
        }
        """;

    private const string Types =
        """
        namespace App;

        public static class Sizes { public const uint Small = 256; }

        public readonly struct OrderNumber : IParsable<OrderNumber>
        {
            public static OrderNumber Parse(string s, IFormatProvider? provider) { return default; }

            public static bool TryParse(string? s, IFormatProvider? provider, out OrderNumber result)
            {
                result = default;
                return true;
            }
        }
        """;

    private const string Colours = "namespace App; public enum Colour { Red }";

    private const string Unrelated = "namespace App; class Prices { int Lowest() { return 1; } }";

    private static GeneratorRun Run() => GeneratorRun.Of(Orders, Types, Colours, Unrelated);

    [Theory]
    [InlineData("return 1;", "return 2;")]
    [InlineData("int Lowest", "int Highest() => 3; int Lowest")]
    [InlineData("class Prices", "enum Fruit { Apple } class Prices")]
    [InlineData("result = default;", "result = new();")]
    [InlineData("=> \"\";", "=> \"an order\";")]
    public void What_no_function_sees_is_not_read_again(string before, string after)
    {
        var edited = Run().Then(before, after);

        Assert.False(edited.IsRead);
    }

    [Fact]
    public void A_new_file_of_things_that_no_function_names_is_not_read() =>
        Assert.False(Run().Then("namespace App; class Fruit;").IsRead);

    [Fact]
    public void A_new_file_that_adds_to_what_a_function_names_is_read()
    {
        const string Part = "readonly struct OrderNumber : IParsable<OrderNumber>";
        var run = GeneratorRun.Of(
            Orders, Types.Replace(Part, "readonly partial struct OrderNumber", StringComparison.Ordinal), Colours);

        var edited = run.Then("namespace App; public readonly partial struct OrderNumber : IParsable<OrderNumber>;");

        Assert.NotEmpty(run.Diagnostics);
        Assert.Empty(edited.Diagnostics);
    }

    [Fact]
    public void A_namespace_that_hides_what_a_function_names_is_noticed() =>
        Assert.True(Run().Then("namespace App.Sizes { class Fruit; }").IsRead);

    [Theory]
    [InlineData("Small = 256", "Small = 1024", "\"memory\":1024")]
    [InlineData("{ Red }", "{ Red } public enum Colours { }", "\"memory\":256")]
    public void What_a_function_names_in_another_file_is_read_again(string before, string after, string expected)
    {
        var edited = Run().Then(before, after);

        Assert.True(edited.IsRead);
        Assert.Contains(expected, edited.Generated("Manifest.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_stops_being_one_of_text_is_noticed_at_once()
    {
        var edited = Run().Then(" : IParsable<OrderNumber>", "");

        Assert.Equal("AWSLambda0109", Assert.Single(edited.Diagnostics).Id);
    }

    [Fact]
    public void A_constant_behind_a_constant_is_followed()
    {
        var run = GeneratorRun.Of(
            Orders, Types.Replace("= 256", "= Basis.Of", StringComparison.Ordinal), Colours,
            "namespace App; static class Basis { public const uint Of = 128; }");

        var edited = run.Then("Of = 128", "Of = 192");

        Assert.Contains("\"memory\":192", edited.Generated("Manifest.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_by_another_name_is_found_and_its_new_file_noticed()
    {
        var run = GeneratorRun.Of("global using Fn = Amazon.Lambda.Annotations.LambdaFunctionAttribute;");

        var edited = run.Then("namespace App; public class Jobs { [Fn] public void Clean() { } }");

        Assert.Contains("Jobs_Clean_Generated", edited.Generated("Jobs_Clean_Generated.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_objection_stays_where_its_cause_is()
    {
        var run = GeneratorRun.Of(Orders.Replace("[FromQuery]", "", StringComparison.Ordinal), Types, Colours);

        var edited = run.Then("public class Orders", "// a line\npublic class Orders");

        var (before, after) = (Assert.Single(run.Diagnostics), Assert.Single(edited.Diagnostics));
        Assert.Equal(LineOf(before) + 1, LineOf(after));
    }

    private static int LineOf(Microsoft.CodeAnalysis.Diagnostic diagnostic) =>
        diagnostic.Location.GetLineSpan().StartLinePosition.Line;
}
