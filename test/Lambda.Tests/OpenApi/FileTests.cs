using Lambda.Template;
using Lambda.Tests.Generator;
using Microsoft.CodeAnalysis;

namespace Lambda.Tests.OpenApi;

/// <summary>openapi.json beside the template: written and checked by the same command.</summary>
public sealed class FileTests : IDisposable
{
    private const string Functions =
        """
        namespace App;

        public class Photos
        {
            /// <summary>A photo.</summary>
            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/photos/{id}")]
            public string Get(string id) => id;
        }
        """;

    private const StringComparison Exactly = StringComparison.Ordinal;

    private readonly string _folder = Directory.CreateTempSubdirectory("openapi file ").FullName;
    private readonly StringWriter _said = new();

    private string Document => Path.Combine(_folder, "openapi.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_is_written_once_and_left_alone_while_nothing_changes()
    {
        Assert.Equal(0, Run(Functions, "write"));
        var written = File.ReadAllBytes(Document);
        File.SetLastWriteTimeUtc(Document, DateTime.UnixEpoch);

        Assert.Equal(0, Run(Functions, "write"));

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Document));
        Assert.Equal((byte)'\n', written[^1]);
        var files = Directory.GetFiles(_folder).Select(Path.GetFileName);
        Assert.Equal(["openapi.json", "serverless.template"], files.Order());
    }

    [Fact]
    public void Checking_fails_in_one_line_when_only_a_comment_has_changed()
    {
        Run(Functions, "write");
        _said.GetStringBuilder().Clear();

        Assert.Equal(1, Run(Functions.Replace("A photo", "One photo", Exactly), "check"));

        Assert.Equal(
            "openapi.json is out of step with the code: build without TemplateSync=check and commit what it writes."
            + Environment.NewLine,
            _said.ToString());
        Assert.Equal(0, Run(Functions, "check"));
    }

    [Fact]
    public void Functions_without_a_route_make_none()
    {
        Run("namespace App; public class Jobs { [LambdaFunction] public void Run() { } }", "write");

        Assert.False(File.Exists(Document));
    }

    [Fact]
    public void Typing_elsewhere_describes_nothing_anew_and_typing_in_a_type_of_an_answer_does()
    {
        const string Answer = "namespace App; public record Answer(int Number);";
        var source = Functions.Replace("string Get(string id) => id", "Answer Get(string id) => null!", Exactly);
        var run = GeneratorRun.Of(source, Answer);

        var elsewhere = run.Then("namespace App; class Unrelated;");
        var inside = run.Then("int Number", "long Number");

        Assert.False(elsewhere.IsRead);
        Assert.True(inside.IsRead);
        Assert.Contains("int64", inside.Generated("Manifest.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_is_as_good_as_code_also_that_of_a_type_which_only_a_comment_names()
    {
        const string Part = "namespace App; /// <summary>A part.</summary>\npublic record Part(int Number);";
        const string Whole = "namespace App; public record Whole(Part Part);";
        var source = Functions.Replace("A photo.</summary>", """
            A photo.</summary>
            /// <response code="404"><see cref="Whole"/> None.</response>
            """, Exactly);
        var run = GeneratorRun.Of(source, Whole, Part);

        var route = run.Then("A photo", "One photo").Generated("Manifest.g.cs");
        var type = run.Then("A part", "One part").Generated("Manifest.g.cs");

        Assert.Contains("One photo", route, StringComparison.Ordinal);
        Assert.Contains("One part", type, StringComparison.Ordinal);
    }

    private int Run(string source, string mode)
    {
        var path = Path.Combine(_folder, "Shop.dll");
        using (var image = File.Create(path))
            GeneratorRun.Of(source).Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            return MergeCommand.Run(
                [
                    "merge", "--assembly", path, "--template", Path.Combine(_folder, "serverless.template"),
                    "--project-dir", _folder, "--openapi", Document, "--mode", mode,
                ],
                _said,
                _said);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
