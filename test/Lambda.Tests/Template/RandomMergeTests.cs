using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lambda.Template.Manifest;

namespace Lambda.Tests.Template;

/// <summary>What must hold for any template and any code. A failure names the seed that shows it again.</summary>
public sealed partial class RandomMergeTests
{
    private const int Seeds = 150;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Merging_twice_is_merging_once_and_what_others_wrote_stays_as_it_is(bool isYaml) => ForEachSeed(isYaml, (template, written, random) =>
    {
        for (var round = 0; round < 4; round++)
        {
            var manifest = RandomManifest.Of(random);
            template.Write(manifest);
            var once = template.Text;

            Assert.False(template.Write(manifest));
            Assert.Equal(once, template.Text);
            Assert.All(written.Foreign, text => Assert.Contains(text, once, StringComparison.Ordinal));
            Assert.Equal(Comments(written.Text), Comments(once));
            Assert.Equal(
                manifest.Functions.Select(function => function.Id).Order(),
                template.Resources.Select(resource => resource.Key).Where(id => id.StartsWith('F') && id.Length == 2).Order());
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_was_merged_goes_again_without_a_trace(bool isYaml) => ForEachSeed(isYaml, (template, _, random) =>
    {
        var nothing = new FunctionManifest("dotnet10", []);
        template.Write(nothing);
        var before = template.Text;

        for (var round = 0; round < 3; round++)
            template.Write(RandomManifest.Of(random));
        template.Write(nothing);

        Assert.Equal(before, template.Text);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_template_says_the_same_whatever_was_merged_before(bool isYaml) => ForEachSeed(isYaml, (template, _, random) =>
    {
        // Without what stays when code no longer says it: memory, time-out, role and policies.
        FunctionManifest Next() => RandomManifest.Of(random) is var any ? any with
        {
            Functions = [.. any.Functions.Select(function => function with { Timeout = null, Memory = null, Role = null, Policies = null })],
        } : null!;
        template.Write(new FunctionManifest("dotnet10", []));
        var before = template.Text;
        var last = Next();

        template.Write(last);
        var direct = template.Json;
        template.Text = before;
        template.Write(Next());
        template.Write(Next());
        template.Write(last);

        Assert.True(JsonNode.DeepEquals(direct, template.Json), $"{direct}\n{template.Json}");
    });

    private static void ForEachSeed(bool isYaml, Action<TemplateFolder, RandomTemplate, Random> check)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var written = new RandomTemplate(random, isYaml);
            using var template = new TemplateFolder();
            try
            {
                template.Text = written.Text;
                check(template, written, random);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}:\n{written.Text}\n----\n{template.Text}", error);
            }
        }
    }

    private static string[] Comments(string text) => [.. Comment().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"comment[0-9]+\.")]
    private static partial Regex Comment();
}
