using System.Text;
using Lambda.Template;
using static Lambda.Tests.Template.TemplateFolder;

namespace Lambda.Tests.Template;

/// <summary>JSON as people write it: what the build does not change keeps every character.</summary>
public sealed class JsonTextTests : IDisposable
{
    private const string Suffix = "This template is partially managed by Amazon.Lambda.Annotations.";

    private readonly TemplateFolder _template = new();

    public void Dispose() => _template.Dispose();

    [Theory]
    [InlineData("// a comment first\n{0}")]
    [InlineData("/* a comment\n first */ {0} // and last")]
    [InlineData("\uFEFF{0}")]
    [InlineData("\n\n  {0}\n\n")]
    public void A_template_in_JSON_may_begin_and_end_with_what_is_no_JSON(string around)
    {
        _template.Text = around.Replace("{0}", $$$"""{"Description":"{{{Suffix}}}","Resources":{}}""", StringComparison.Ordinal);

        _template.Write(List);

        var begin = around.IndexOf("{0}", StringComparison.Ordinal);
        Assert.StartsWith(around[..begin] + "{\"Description\"", _template.Text, StringComparison.Ordinal);
        Assert.EndsWith("}" + around[(begin + 3)..], _template.Text, StringComparison.Ordinal);
        Assert.False(_template.Write(List));
    }

    [Fact]
    public void Comments_stay_where_functions_come_and_go()
    {
        _template.Text = $$"""
            {
              "Description": "{{Suffix}}", // who writes here
              /* all that is made */
              "Resources": {
                // the records
                "Table": { "Type": "T" } // and its end
                // before the end
              }
              // at the end
            }
            """;
        var before = _template.Text;

        _template.Write(List, Sweep);
        Assert.Contains("\"Table\": { \"Type\": \"T\" }, // and its end\n    \"ListPhotos\": {", _template.Text, StringComparison.Ordinal);
        Assert.Contains("    // before the end\n", _template.Text, StringComparison.Ordinal);

        _template.Write();
        Assert.Equal(before, _template.Text);
    }

    [Fact]
    public void A_comment_above_the_next_resource_outlives_the_function_before_it()
    {
        _template.Write(List, Sweep);
        _template.Text = _template.Text.Replace("    \"Sweep\"", "    // cleans up\n    \"Sweep\"", StringComparison.Ordinal);

        _template.Write(Sweep);

        Assert.Contains("    // cleans up\n    \"Sweep\"", _template.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comma_too_many_is_put_up_with()
    {
        _template.Text = $$"""
            {
              "Description": "{{Suffix}}",
              "Resources": {
                "Table": { "Type": "T", },
              },
            }
            """;
        var before = _template.Text;

        _template.Write(List);
        _template.Write();

        Assert.Equal(before.Replace("\"T\", },\n", "\"T\", }\n", StringComparison.Ordinal), _template.Text);
    }

    [Fact]
    public void Lists_change_only_where_they_differ()
    {
        _template.Write(List with { Policies = "A, B, C" });
        _template.Text = _template.Text.Replace("\"B\",", "\"B\", // why B", StringComparison.Ordinal);

        _template.Write(List with { Policies = "A, B, D" });
        Assert.Contains("\"B\", // why B\n          \"D\"\n", _template.Text, StringComparison.Ordinal);

        _template.Write(List with { Policies = "B" });
        Assert.Contains("[\n          \"B\" // why B\n        ]", _template.Text, StringComparison.Ordinal);

        _template.Write(List with { Policies = "Z, B" });
        Assert.Contains("[\n          \"Z\",\n          \"B\" // why B\n        ]", _template.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("    ")]
    [InlineData("  ")]
    public void New_lines_are_indented_as_the_others_are(string indent)
    {
        _template.Text = $"{{\n{indent}\"Resources\": {{\n{indent}{indent}\"Table\": {{}}\n{indent}}}\n}}\n";

        _template.Write(List);

        Assert.Contains($"\n{indent}{indent}\"ListPhotos\": {{\n{indent}{indent}{indent}\"Type\"", _template.Text, StringComparison.Ordinal);
        Assert.EndsWith($"{indent}}},\n{indent}\"Description\": \"{Suffix}\"\n}}\n", _template.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_on_one_line_stays_on_one_line()
    {
        _template.Text = $$$$"""{"Description":"{{{{Suffix}}}}","Resources":{"Table":{"Type":"T"}}}""";
        var before = _template.Text;

        _template.Write(List);
        Assert.DoesNotContain('\n', _template.Text);

        _template.Write();
        Assert.Equal(before, _template.Text);
    }

    [Fact]
    public void Values_keep_their_spelling()
    {
        const string Odd =
            "\"Odd\": [ 1e3, 1.0, -0, \"\\/\", \"\\u00fc\", \"ü\", \"😀\", \"2024-01-01T00:00:00+02:00\" ]";
        _template.Text = $$$"""{"Description":"{{{Suffix}}}",{{{Odd}}},"Resources":{}}""";

        _template.Write(List);

        Assert.Contains(Odd, _template.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_stands_twice_is_named_with_its_line()
    {
        _template.Text = "{\n  \"Resources\": {\n    \"Table\": {},\n    \"Table\": {}\n  }\n}";

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(List));

        Assert.Equal($"{_template.Path} cannot be brought in step: line 4: \"Table\" stands twice in one object.", error.Message);
    }

    [Fact]
    public void What_is_not_JSON_is_named_with_its_line_as_editors_count()
    {
        _template.Text = "{\n  \"Resources\": {\n<<<<<<< HEAD\n    \"Table\": {}\n  }\n}";

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(List));

        Assert.Equal(
            $"{_template.Path} cannot be brought in step: line 3: it is not JSON: '<' is an invalid start of a property name. Expected a '\"'.",
            error.Message);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllText(_template.Path, "{}", Encoding.Unicode);

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(List));

        Assert.EndsWith("is not UTF-8; save it as UTF-8.", error.Message, StringComparison.Ordinal);
    }
}
