using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Tests.Generator;

public sealed class HandlerTests
{
    private static readonly IncrementalStepRunReason[] Reused =
        [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    private const string Photos =
        """
        namespace App;

        public class Photos
        {
            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/photos/{id}")]
            public Task<IHttpResult> Get(APIGatewayHttpApiV2ProxyRequest request, string id, [FromQuery] int? size) =>
                Task.FromResult(HttpResults.Ok(id + size));
        }

        public class Books
        {
            [LambdaFunction, HttpApi(LambdaHttpMethod.Post, "/books")]
            public string Add([FromBody] string title) => title;
        }
        """;

    private const string Startup =
        """
        namespace App;

        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddSingleton<List<string>>();
        }
        """;

    [Fact]
    public void A_handler_binds_route_query_and_request()
    {
        var run = GeneratorRun.Of(Photos);

        Assert.Empty(run.CompileErrors());
        Snapshot.Matches(run.Generated("Photos_Get_Generated.g.cs"));
    }

    [Fact]
    public void A_handler_with_services_makes_them_once_and_a_scope_for_each_event()
    {
        var run = GeneratorRun.Of(Photos, Startup);

        Assert.Empty(run.CompileErrors());
        Snapshot.Matches(run.Generated("Books_Add_Generated.g.cs"));
    }

    [Fact]
    public void A_program_serves_the_function_its_environment_names()
    {
        var run = GeneratorRun.OfProgram(Photos, "[assembly: LambdaGlobalProperties(GenerateMain = true)]");

        Assert.Empty(run.CompileErrors());
        Snapshot.Matches(run.Generated("Program.g.cs"));
    }

    [Fact]
    public void The_manifest_says_what_the_template_needs()
    {
        var run = GeneratorRun.OfProgram(
            Photos,
            """[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]""");

        Snapshot.Matches(run.Generated("Manifest.g.cs"));
    }

    [Fact]
    public void Typing_elsewhere_re_emits_nothing()
    {
        var edited = GeneratorRun.Of(Photos, Startup).Then("namespace App; class Unrelated;");

        Assert.All(Outputs(edited), reason => Assert.Contains(reason, Reused));
    }

    [Fact]
    public void Typing_above_a_function_re_emits_nothing()
    {
        var edited = GeneratorRun.Of(Photos, Startup).Then("public class Photos", "// a line\n\npublic class Photos");

        Assert.All(Outputs(edited), reason => Assert.Contains(reason, Reused));
    }

    [Fact]
    public void Typing_in_one_function_re_emits_that_function_alone()
    {
        var edited = GeneratorRun.Of(Photos).Then("[FromQuery] int? size", "[FromQuery] long size");

        var handlers = edited.Result.TrackedSteps["Handler"].SelectMany(step => step.Outputs);
        var reasons = handlers.Select(output => output.Reason);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], reasons);
    }

    [Fact]
    public void Every_generated_handler_is_told_as_information()
    {
        var told = GeneratorRun.Of(Photos, Startup).Result.Diagnostics;

        Assert.All(told, diagnostic => Assert.Equal(("AWSLambda0103", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity)));
        Assert.NotEmpty(told);
    }

    [Fact]
    public void Two_classes_of_one_name_in_two_namespaces_have_a_handler_each()
    {
        var run = GeneratorRun.Of(Photos, Photos.Replace("namespace App", "namespace Other", StringComparison.Ordinal));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[assembly: LambdaGlobalProperties(GenerateMain = true)]")]
    public void A_project_in_an_older_version_of_the_language_compiles(string properties)
    {
        const string Serializer = "[assembly: LambdaSerializer(typeof(Lambda.Tests.Generator.ReflectionSerializer))]";
        var kind = properties is "" ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;

        var run = GeneratorRun.Of(kind, [Serializer, properties, Photos, Startup], LanguageVersion.CSharp10);

        Assert.Empty(run.CompileErrors());
        CompiledFunctions.Of(run);
    }

    [Fact]
    public void The_program_is_in_the_namespace_of_the_function_that_is_written_first()
    {
        var run = GeneratorRun.OfProgram(
            "[assembly: LambdaGlobalProperties(GenerateMain = true)]",
            "namespace Z { public class F { [LambdaFunction] public string G(string e) => e; } }",
            "namespace A { public class F { [LambdaFunction] public string H(string e) => e; } }");

        Assert.NotNull(run.Output.GetTypeByMetadataName("Z.GeneratedProgram"));
    }

    [Fact]
    public void A_method_in_two_parts_is_one_function()
    {
        var run = GeneratorRun.Of(
            """
            namespace App;

            public partial class F
            {
                [LambdaFunction] public partial string Part(string e);
            }

            public partial class F
            {
                [System.Diagnostics.DebuggerStepThrough] public partial string Part(string e) => e;
            }
            """);

        Assert.Empty(run.CompileErrors());
        Assert.Single(run.Result.GeneratedSources, generated => generated.HintName == "F_Part_Generated.g.cs");
    }

    [Fact]
    public void A_method_for_derived_classes_and_its_own_assembly_is_a_function()
    {
        var run = GeneratorRun.Of(
            "namespace App; public class F { [LambdaFunction] protected internal string G(string e) => e; }");

        Assert.Empty(run.CompileErrors());
        Assert.NotEmpty(run.Generated("F_G_Generated.g.cs"));
    }

    private static IncrementalStepRunReason[] Outputs(GeneratorRun run)
    {
        var steps = run.Result.TrackedOutputSteps.Concat(run.Result.TrackedSteps.Where(step =>
            step.Key is "Handler" or "FunctionSet"));
        var reasons = steps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Select(output => output.Reason).ToArray();
        Assert.NotEmpty(reasons);
        return reasons;
    }
}
