using Lambda.Template.Files;

namespace Lambda.Tests.Template;

/// <summary>Where the template is: what the project's configuration says, from the configuration's own folder.</summary>
public sealed class LocationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("location tests ").FullName;
    private readonly List<string> _warnings = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_configuration_it_is_in_the_projects_folder()
    {
        // A configuration above the project is the command-line tools' and not its own.
        Configure("aws-lambda-tools-defaults.json", """{"template":"above.template"}""");

        Assert.Equal(At("src/Shop/serverless.template"), Find());
    }

    [Theory]
    [InlineData("../../serverless.template", "serverless.template")]
    [InlineData("..\\\\..\\\\serverless.template", "serverless.template")]
    [InlineData("infra/app.yaml", "src/Shop/infra/app.yaml")]
    [InlineData("/anywhere/app.template", "/anywhere/app.template")]
    public void The_configuration_says_it_from_its_own_folder(string template, string expected)
    {
        Configure("src/Shop/aws-lambda-tools-defaults.json", $$"""{ "profile": "x", "template": "{{template}}" } // mine""");

        Assert.Equal(At(expected), Find());
        Assert.Empty(_warnings);
    }

    [Fact]
    public void The_folders_own_configuration_comes_before_those_below_and_near_ones_before_far_ones()
    {
        Configure("src/Shop/bin/Debug/aws-lambda-tools-defaults.json", """{"template":"copied.template"}""");
        Assert.Equal(At("src/Shop/serverless.template"), Find());

        Configure("src/Shop/a/deep/aws-lambda-tools-defaults.json", """{"template":"far.template"}""");
        Assert.Equal(At("src/Shop/a/deep/far.template"), Find());

        Configure("src/Shop/deploy/aws-lambda-tools-defaults.json", """{"template":"../near.template"}""");
        Assert.Equal(At("src/Shop/near.template"), Find());

        Configure("src/Shop/aws-lambda-tools-defaults.json", """{"template":"own.template"}""");
        Assert.Equal(At("src/Shop/own.template"), Find());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"template":""}""")]
    [InlineData("""{"template":5}""")]
    public void A_configuration_that_says_nothing_of_it_counts_as_absent(string text)
    {
        Configure("src/Shop/aws-lambda-tools-defaults.json", text);

        Assert.Equal(At("src/Shop/serverless.template"), Find());
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_counts_as_absent_and_is_warned_of()
    {
        Configure("src/Shop/aws-lambda-tools-defaults.json", "{ template:");

        Assert.Equal(At("src/Shop/serverless.template"), Find());
        Assert.StartsWith(
            At("src/Shop/aws-lambda-tools-defaults.json") + " : warning LAMBDA003: this cannot be read and counts as absent: ",
            Assert.Single(_warnings),
            StringComparison.Ordinal);
    }

    private string At(string path) => Path.Combine(_folder, path);

    private string Find()
    {
        Directory.CreateDirectory(At("src/Shop"));
        return TemplateLocation.Find(At("src/Shop"), _warnings.Add);
    }

    private void Configure(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
