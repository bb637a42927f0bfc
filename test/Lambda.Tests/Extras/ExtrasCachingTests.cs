using Lambda.Tests.Generator;
using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Extras;

/// <summary>Events and attributes of our own are as cheap to type beside as everything else.</summary>
public sealed class ExtrasCachingTests
{
    private const string Assembly =
        """
        [assembly: JwtAuthorizer("SignIn", "https://login.example", "photos")]
        [assembly: HttpApiCors("*")]
        """;

    private const string Functions =
        ExtrasRun.Route +
        """
        [AuthorizedBy("SignIn", "use"), EnvironmentVariable("PAGE_SIZE", "50"), PolicyStatement("@Photos", "a:B")]
        public string Get() => "";

        [LambdaFunction, Amazon.Lambda.Annotations.SQS.SQSEvent("@Work", BatchSize = 5)]
        public void Work(Amazon.Lambda.SQSEvents.SQSEvent e) { }
        """;

    [Fact]
    public void Typing_above_them_re_emits_nothing()
    {
        var edited = ExtrasRun.Of(Functions, Assembly).Then("public class F", "// a line\n\npublic class F");

        Assert.All(Reasons(edited), reason => Assert.True(
            reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
    }

    [Theory]
    [InlineData("\"50\"", "\"60\"")]
    [InlineData("BatchSize = 5", "BatchSize = 6")]
    [InlineData("HttpApiCors(\"*\")", "HttpApiCors(\"@Site\")")]
    public void Typing_in_one_of_them_re_emits_what_it_says(string before, string after)
    {
        var edited = ExtrasRun.Of(Functions, Assembly).Then(before, after);

        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(edited));
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRun run) =>
        [.. run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];
}
