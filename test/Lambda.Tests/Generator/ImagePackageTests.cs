using System.Text.Json.Nodes;
using Lambda.Template;

namespace Lambda.Tests.Generator;

/// <summary>Functions that are deployed as container images, from their attribute to the template.</summary>
public sealed class ImagePackageTests : IDisposable
{
    private const string Handler = "Shop::App.F_Run_Generated::Run";
    private const string Main = "[assembly: LambdaGlobalProperties(GenerateMain = true)]";

    private readonly string _folder = Directory.CreateTempSubdirectory("image tests ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_image_has_its_folder_and_its_handler_as_command()
    {
        var properties = Merge(GeneratorRun.Of(Function("PackageType = LambdaPackageType.Image")));

        Assert.Equal("Image", properties["PackageType"]!.ToString());
        Assert.Equal("src/Shop", properties["ImageUri"]!.ToString());
        Assert.Equal($$"""{"Command":["{{Handler}}"]}""", properties["ImageConfig"]!.ToJsonString());
        Assert.All(["Handler", "CodeUri", "Runtime"], name => Assert.False(properties.ContainsKey(name)));
    }

    [Fact]
    public void An_image_of_a_program_has_the_program_as_command()
    {
        var properties = Merge(GeneratorRun.OfProgram(Function("PackageType = LambdaPackageType.Image"), Main));

        Assert.Equal("""{"Command":["Shop"]}""", properties["ImageConfig"]!.ToJsonString());
        Assert.Equal("Run", properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!.ToString());
    }

    [Fact]
    public void What_was_an_archive_becomes_an_image_and_an_archive_again()
    {
        var archive = Merge(GeneratorRun.Of(Function("PackageType = LambdaPackageType.Zip"))).ToJsonString();

        Merge(GeneratorRun.Of(Function("PackageType = LambdaPackageType.Image")));
        var again = Merge(GeneratorRun.Of(Function("")));

        Assert.Equal(Handler, again["Handler"]!.ToString());
        Assert.All(["ImageUri", "ImageConfig"], name => Assert.False(again.ContainsKey(name)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(archive), again));
    }

    [Theory]
    [InlineData("Image", 0)]
    [InlineData("Zip", 1)]
    public void A_long_handler_is_no_mistake_in_an_image(string package, int findings)
    {
        var (type, method) = (new string('F', 60), new string('G', 60));

        var run = GeneratorRun.Of(
            $$"""
            namespace App;

            public class {{type}}
            {
                [LambdaFunction(PackageType = LambdaPackageType.{{package}})] public string {{method}}() => "";
            }
            """);

        Assert.Equal(findings, run.Diagnostics.Count(finding => finding.Id == "AWSLambda0118"));
    }

    private static string Function(string arguments) =>
        $$"""
        namespace App;

        public class F
        {
            [LambdaFunction({{arguments}})] public string Run() => "";
        }
        """;

    private JsonObject Merge(GeneratorRun run)
    {
        Assert.Empty(run.Diagnostics);
        var (assembly, template) = (Path.Combine(_folder, "Shop.dll"), Path.Combine(_folder, "serverless.template"));
        using (var image = File.Create(assembly))
            Assert.True(run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        using var said = new StringWriter();
        string[] command = ["merge", "--assembly", assembly, "--template", template];
        Assert.Equal(0, MergeCommand.Run([.. command, "--project-dir", Path.Combine(_folder, "src", "Shop")], said, said));

        var found = JsonNode.Parse(File.ReadAllText(template))!["Resources"]!["AppFRunGenerated"]!;
        return found["Properties"]!.AsObject();
    }
}
