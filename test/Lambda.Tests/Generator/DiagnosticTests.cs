using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Generator;

public sealed class DiagnosticTests
{
    private const string Route = "[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\")] ";
    private const string F = "public class F { [LambdaFunction] public string Get() => \"\"; }";

    private string _source = "";

    [Theory]
    [InlineData("string id, string other", "'other'", "nothing says where 'other' comes from")]
    [InlineData("string other", "Get", "'id' in the path has no parameter of that name; add 'string id'")]
    [InlineData("[FromRoute(Name = \"x\")] string y, string id", "'y'", "the path has no variable 'x'")]
    [InlineData("ref int id", "'id'", "passed by reference")]
    public void A_parameter_that_nothing_binds_is_an_error_there(string parameters, string place, string reason)
    {
        var error = Errors(
            $"[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/a/{{id}}\")] public string Get({parameters}) => \"\";")
            .First(error => error.GetMessage().Contains(reason, StringComparison.Ordinal));

        Assert.Equal("AWSLambda0107", error.Id);
        Assert.Equal(place.Trim('\''), Text(error));
    }

    [Theory]
    [InlineData("/a/{id", "is neither text nor a variable")]
    [InlineData("a/{id}", "a path begins with '/'")]
    [InlineData("/{id+}/a", "takes the rest of the path, so it must be last")]
    [InlineData("/{id}/{id}", "is in the path twice")]
    public void A_path_that_is_none_is_an_error_at_the_attribute(string path, string reason)
    {
        var error = Errors(
            $"[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"{path}\")] public string Get(string id) => \"\";")[0];

        Assert.Equal("AWSLambda0107", error.Id);
        Assert.Contains(reason, error.GetMessage(), StringComparison.Ordinal);
        Assert.StartsWith("HttpApi(", Text(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWSLambda0105", "[LambdaFunction] public IHttpResult Get() => HttpResults.Ok();", "Get")]
    [InlineData("AWSLambda0106", "[LambdaFunction(ResourceName = \"a-b\")] public string Get() => \"\";", "LambdaFunction(ResourceName = \"a-b\")")]
    [InlineData("AWSLambda0109", Route + "public string Get([FromQuery] object x) => \"\";", "x")]
    [InlineData("AWSLambda0109", Route + "public string Get([FromHeader] List<object> x) => \"\";", "x")]
    [InlineData("AWSLambda0110", Route + "public string Get([FromQuery(Name = \"a b\")] int x) => \"\";", "FromQuery(Name = \"a b\")")]
    [InlineData("AWSLambda0115", "[LambdaFunction] public string Get([FromQuery] int x) => \"\";", "x")]
    [InlineData("AWSLambda0121", "[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\", Authorizer = \"Z\")] public string Get() => \"\";", "HttpApi(LambdaHttpMethod.Get, \"/\", Authorizer = \"Z\")")]
    [InlineData("AWSLambda0129", "[HttpApi(LambdaHttpMethod.Get, \"/\")] public string Get() => \"\";", "Get")]
    [InlineData("AWSLambda0107", Route + "string Get() => \"\";", "Get")]
    [InlineData("AWSLambda0107", Route + "public string Get<T>() => \"\";", "Get")]
    [InlineData("AWSLambda0107", Route + "public string Get([FromServices] Random random) => \"\";", "Get")]
    public void A_mistake_has_its_id_and_its_place(string id, string member, string place)
    {
        var error = Assert.Single(Errors(member));

        Assert.Equal((id, place), (error.Id, Text(error)));
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
    }

    [Fact]
    public void Two_functions_of_one_name_in_a_class_are_an_error_at_both()
    {
        var errors = Errors(
            Route + "public string Get() => \"\";",
            "[LambdaFunction, HttpApi(LambdaHttpMethod.Post, \"/\")] public string Get([FromQuery] int x) => \"\";");

        Assert.Equal(["AWSLambda0001", "AWSLambda0001"], errors.Select(error => error.Id));
    }

    [Fact]
    public void Two_functions_with_one_resource_are_an_error()
    {
        var error = Assert.Single(Errors(
            "[LambdaFunction(ResourceName = \"A\")] public string One() => \"\";",
            "[LambdaFunction(ResourceName = \"A\")] public string Two() => \"\";"));

        Assert.Equal(("AWSLambda0106", "Two"), (error.Id, Text(error)));
    }

    [Fact]
    public void A_second_startup_is_an_error_at_each()
    {
        const string Body = "{ public void ConfigureServices(IServiceCollection services) { } }";
        _source = $"namespace App; [LambdaStartup] class One {Body} [LambdaStartup] class Two {Body}";
        var run = GeneratorRun.Of(_source);

        Assert.Equal(["One", "Two"], run.Diagnostics.Where(error => error.Id == "AWSLambda0101").Select(Text));
    }

    [Fact]
    public void A_function_without_a_serializer_is_an_error()
    {
        var run = GeneratorRun.Of(
            OutputKind.DynamicallyLinkedLibrary,
            ["namespace App; public class F { [LambdaFunction] public string Get() => \"\"; }"]);

        Assert.Equal("AWSLambda0108", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void A_handler_that_is_too_long_is_an_error_in_a_library_alone()
    {
        var (type, method) = (new string('F', 60), new string('G', 60));
        var source = $"namespace App; public class {type} {{ [LambdaFunction] public string {method}() => \"\"; }}";

        Assert.Equal("AWSLambda0118", Assert.Single(GeneratorRun.Of(source).Diagnostics).Id);
        var program = GeneratorRun.OfProgram(source, "[assembly: LambdaGlobalProperties(GenerateMain = true)]");
        Assert.Empty(program.Diagnostics);
    }

    [Theory]
    [InlineData("AWSLambda0111", false, "GenerateMain = true", F)]
    [InlineData("AWSLambda0112", true, "Runtime = \"dotnet7\"", F)]
    [InlineData("AWSLambda0113", true, "GenerateMain = true", "")]
    [InlineData("AWSLambda0114", true, "GenerateMain = true", F + "class P { static void Main() { } }")]
    public void A_project_that_cannot_be_a_program_is_told_why(
        string id, bool isProgram, string properties, string source)
    {
        string[] sources = [$"[assembly: LambdaGlobalProperties({properties})]", $"namespace App {{ {source} }}"];

        var run = isProgram ? GeneratorRun.OfProgram(sources) : GeneratorRun.Of(sources);

        Assert.Equal(id, Assert.Single(run.Diagnostics).Id);
        Assert.DoesNotContain(run.Result.GeneratedSources, generated => generated.HintName == "Program.g.cs");
    }

    [Fact]
    public void For_a_runtime_that_is_none_no_handler_is_made()
    {
        var run = GeneratorRun.Of(
            "[assembly: LambdaGlobalProperties(Runtime = \"dotnet7\")]", $"namespace App {{ {F} }}");

        Assert.Equal("AWSLambda0112", Assert.Single(run.Diagnostics).Id);
        Assert.DoesNotContain(run.Result.GeneratedSources, generated => generated.HintName.EndsWith("_Generated.g.cs"));
    }

    [Fact]
    public void A_mistake_in_one_function_leaves_the_others_their_handlers()
    {
        var run = GeneratorRun.Of(
            """
            namespace App;

            public class F
            {
                [LambdaFunction] public string Bad([FromQuery] int x) => "";
                [LambdaFunction] public string Good() => "";
            }
            """);

        Assert.Contains(run.Result.GeneratedSources, generated => generated.HintName == "F_Good_Generated.g.cs");
    }

    private Diagnostic[] Errors(params string[] members)
    {
        _source = $"namespace App;\n\npublic class F\n{{\n    {string.Join("\n    ", members)}\n}}\n";
        return [.. GeneratorRun.Of(_source).Diagnostics];
    }

    // The generator lets go of the tree, so a place is looked up in the text.
    private string Text(Diagnostic diagnostic) =>
        _source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
