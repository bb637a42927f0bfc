using Lambda.Template;
using Lambda.Tests.Generator;

namespace Lambda.Tests.Template;

/// <summary>The tool as the build calls it, on an assembly that was really generated and compiled.</summary>
public sealed class MergeCommandTests : IDisposable
{
    private const string Functions =
        """
        namespace App;

        public class Photos
        {
            [LambdaFunction(MemorySize = 256), HttpApi(LambdaHttpMethod.Get, "/photos/{id}")]
            public string Get(string id) => id;
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("merge command ").FullName;
    private readonly StringWriter _said = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_the_generator_found_reaches_the_template()
    {
        Assert.Equal(0, Run(Functions, "write"));

        Snapshot.Matches(File.ReadAllText(Path.Combine(_folder, "serverless.template")));
    }

    [Fact]
    public void Checking_fails_in_one_line_when_out_of_step_and_is_silent_when_in_step()
    {
        Assert.Equal(1, Run(Functions, "check"));
        Assert.Equal(
            "serverless.template is out of step with the code (AppPhotosGetGenerated): "
            + $"build without TemplateSync=check and commit what it writes.{Environment.NewLine}",
            _said.ToString());

        Run(Functions, "write");
        _said.GetStringBuilder().Clear();
        Assert.Equal(0, Run(Functions, "check"));
        Assert.Equal("", _said.ToString());
    }

    [Fact]
    public void An_assembly_without_functions_empties_the_template_of_them()
    {
        Run(Functions, "write");

        Assert.Equal(0, Run("namespace App; class Empty;", "write"));

        Assert.Contains("\"Resources\": {}", File.ReadAllText(Path.Combine(_folder, "serverless.template")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_that_the_generator_never_saw_is_refused()
    {
        Assert.Equal(2, MergeCommand.Run(Arguments(typeof(MergeCommandTests).Assembly.Location, "write"), _said, _said));

        Assert.Contains("was Lambda.Generator part of its compilation?", _said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("merge", "--assembly", "x")]
    [InlineData("paint")]
    public void Without_its_options_it_says_how_it_is_called(params string[] args)
    {
        Assert.Equal(2, MergeCommand.Run(args, _said, _said));

        Assert.StartsWith("merge --assembly", _said.ToString(), StringComparison.Ordinal);
    }

    private int Run(string source, string mode)
    {
        var path = Path.Combine(_folder, "Shop.dll");
        using (var image = File.Create(path))
            GeneratorRun.Of(source).Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            return MergeCommand.Run(Arguments(path, mode), _said, _said);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private string[] Arguments(string assembly, string mode) =>
    [
        "merge", "--assembly", assembly, "--template", Path.Combine(_folder, "serverless.template"),
        "--project-dir", Path.Combine(_folder, "src", "Shop"), "--mode", mode,
    ];
}
