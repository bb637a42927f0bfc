using System.Text.Json.Nodes;
using Lambda.Template.Manifest;
using Lambda.Template.Merge;

namespace Lambda.Tests.Template;

/// <summary>A project may keep its template's description to itself.</summary>
public sealed class DescriptionMarkTests
{
    [Theory]
    [InlineData("Photos.", "Photos.")]
    [InlineData("Photos. This template is partially managed by Amazon.Lambda.Annotations.", "Photos.")]
    [InlineData("Photos. This template is partially managed by Amazon.Lambda.Annotations (v2.3.0.0).", "Photos.")]
    [InlineData("This template is partially managed by Amazon.Lambda.Annotations.", null)]
    [InlineData(null, null)]
    public void Without_the_mark_the_description_is_the_authors_alone(string? before, string? after)
    {
        var template = new JsonObject { ["Resources"] = new JsonObject() };
        if (before is not null)
            template["Description"] = before;

        TemplateMerge.Apply(template, new FunctionManifest("dotnet10", []) { IsMarked = false }, ".", ".");

        Assert.Equal(after, (string?)template["Description"]);
    }
}
