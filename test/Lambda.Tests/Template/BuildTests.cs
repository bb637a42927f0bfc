using System.Text.Json;
using Lambda.Template.Text;

namespace Lambda.Tests.Template;

/// <summary>What a build does to the template, seen on a real project in a folder with a space in its name.</summary>
public sealed class BuildTests(BuiltProject project) : IClassFixture<BuiltProject>
{
    [Fact]
    public void The_first_build_makes_the_template_in_the_projects_folder()
    {
        Assert.True(project.First.Succeeded, project.First.Output);
        Assert.Equal(["Photos", "Books"], Functions(project.First));
        Assert.Contains("\"CodeUri\": \".\"", project.First.Template, StringComparison.Ordinal);
        Assert.Contains("serverless.template was brought in step with the code.", project.First.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_build_writes_nothing()
    {
        Assert.True(project.Again.Succeeded, project.Again.Output);
        Assert.Equal((project.First.Template, project.First.Written), (project.Again.Template, project.Again.Written));
        Assert.DoesNotContain("in step", project.Again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_gone_is_made_again_though_the_code_is_the_same() =>
        Assert.Equal(project.First.Template, project.WithoutTemplate.Template);

    [Fact]
    public void A_function_that_is_gone_goes_from_the_template() =>
        Assert.Equal(["Photos"], Functions(project.WithoutBooks));

    [Fact]
    public void Checking_fails_with_a_code_and_what_to_do_when_it_is_out_of_step()
    {
        Assert.True(project.CheckedInStep.Succeeded, project.CheckedInStep.Output);
        Assert.False(project.CheckedOutOfStep.Succeeded);
        Assert.Contains(
            "error LAMBDA001: serverless.template is out of step with the code (Photos): build without TemplateSync=check and commit what it writes.",
            project.CheckedOutOfStep.Output,
            StringComparison.Ordinal);
        Assert.Contains("/elsewhere", project.CheckedOutOfStep.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void Switched_off_it_neither_looks_nor_writes()
    {
        Assert.True(project.SwitchedOff.Succeeded, project.SwitchedOff.Output);
        Assert.Contains("/elsewhere", project.SwitchedOff.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mode_that_does_not_exist_is_refused()
    {
        Assert.False(project.MisspeltMode.Succeeded);
        Assert.Contains("error LAMBDA004: TemplateSync is \"of\"; it may be write, check or off.", project.MisspeltMode.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_configuration_moves_it_and_a_new_yaml_file_holds_yaml()
    {
        Assert.True(project.Configured.Succeeded, project.Configured.Output);
        Assert.StartsWith("AWSTemplateFormatVersion:", project.Configured.Template, StringComparison.Ordinal);
        Assert.Contains("CodeUri: My $hop\n", project.Configured.Template, StringComparison.Ordinal);
        Assert.Equal(["Photos"], Functions(project.Configured));
    }

    [Fact]
    public void The_property_comes_before_the_configuration()
    {
        Assert.True(project.Named.Succeeded, project.Named.Output);
        Assert.Equal(["Photos"], Functions(project.Named));
    }

    [Fact]
    public void Where_a_build_puts_its_output_and_how_is_no_business_of_the_tools_it_runs()
    {
        using var references = JsonDocument.Parse(project.References.Output);
        var tools = references.RootElement.GetProperty("Items").GetProperty("ProjectReference").EnumerateArray().ToArray();

        Assert.Equal(["Lambda.Generator", "Lambda.Template"], tools.Select(tool => tool.GetProperty("Filename").GetString()));
        Assert.All(tools, tool => Assert.Superset(
            new HashSet<string> { "OutputPath", "OutDir", "PublishAot" },
            tool.GetProperty("GlobalPropertiesToRemove").GetString()!.Split(';').ToHashSet()));
    }

    [Fact]
    public void Code_that_does_not_compile_leaves_the_template_alone()
    {
        Assert.False(project.DoesNotCompile.Succeeded);
        Assert.Contains("error CS0029", project.DoesNotCompile.Output, StringComparison.Ordinal);
        Assert.Equal((project.Configured.Template, project.Configured.Written), (project.DoesNotCompile.Template, project.DoesNotCompile.Written));
    }

    [Fact]
    public void An_error_of_the_generator_leaves_the_template_alone()
    {
        Assert.False(project.BadRoute.Succeeded);
        Assert.Contains("error AWSLambda0107", project.BadRoute.Output, StringComparison.Ordinal);
        Assert.Equal((project.Configured.Template, project.Configured.Written), (project.BadRoute.Template, project.BadRoute.Written));
    }

    private static string[] Functions(BuiltProject.Step step) =>
        [.. TemplateText.Parse(step.Template!).Root["Resources"]!.AsObject().Select(resource => resource.Key)];
}
