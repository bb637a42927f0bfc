using System.Text.Json;
using System.Text.Json.Nodes;
using Lambda.Local.HttpApi.Description;
using Lambda.Template.Manifest;
using Lambda.Template.Text;
using Lambda.Template.Values;
using Photos.Tests.Shared;

namespace Lambda.Tests.Template;

/// <summary>This repository's own template, as it is in JSON and as it would be in YAML.</summary>
public sealed class OwnTemplateTests : IDisposable
{
    private static readonly string Json = File.ReadAllText(Path.Combine(Repository.Root, "serverless.template"));

    private readonly TemplateFolder _template = new(project: "src/Photos.Functions");

    public void Dispose() => _template.Dispose();

    [Fact]
    public void In_yaml_it_says_the_same() =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), TemplateText.Parse(YamlTwin.Of(Json)).Root));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_in_step_with_what_it_says_itself(bool isYaml)
    {
        _template.Text = isYaml ? YamlTwin.Of(Json) : Json;

        Assert.False(_template.Write(Manifest()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_change_in_code_changes_one_line(bool isYaml)
    {
        _template.Text = isYaml ? YamlTwin.Of(Json) : Json;
        var before = _template.Text.Split('\n');

        var manifest = Manifest();
        _template.Write(manifest with { Functions = [manifest.Functions[0] with { Memory = 77 }, .. manifest.Functions.Skip(1)] });

        var changed = Assert.Single(before.Zip(_template.Text.Split('\n')), pair => pair.First != pair.Second);
        Assert.Contains("77", changed.Second, StringComparison.Ordinal);
    }

    [Fact]
    public void The_local_gateway_reads_the_same_from_both()
    {
        var (json, yaml) = (Read(Json), Read(YamlTwin.Of(Json)));

        Assert.NotEmpty(json.Routes);
        Assert.Equal(JsonSerializer.Serialize(json), JsonSerializer.Serialize(yaml));
    }

    private static HttpApiDescription Read(string text) =>
        HttpApiReader.Read(TemplateDocument.Parse(text, new Dictionary<string, string>()));

    private FunctionManifest Manifest() => new("provided.al2023", [.. _template.Resources
        .Where(resource => resource.Value!["Metadata"]?["Tool"] is not null)
        .Select(resource => Function(resource.Key, resource.Value!))])
    {
        IsMarked = false,
    };

    private static ManifestFunction Function(string id, JsonNode resource)
    {
        var properties = resource["Properties"]!;
        return new ManifestFunction(id, properties["Handler"]!.ToString(), [.. resource["Metadata"]!["SyncedEventProperties"]!.AsObject()
            .Select(found => Event(found.Key, found.Value!.AsArray(), properties["Events"]![found.Key]!))])
        {
            Name = properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!.ToString(),
        };
    }

    private static ManifestEvent Event(string name, JsonArray paths, JsonNode found) => new(
        name,
        found["Type"]!.ToString(),
        [.. paths.Select(path => new ManifestProperty(path!.ToString(), At(found["Properties"]!, path.ToString())))]);

    // A noted path may lead into a property: Bucket.Ref.
    private static JsonNode At(JsonNode properties, string path) =>
        path.Split('.').Aggregate(properties, (node, member) => node[member]!);
}
