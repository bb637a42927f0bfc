using System.Text.Json.Nodes;
using Lambda.Template;
using static Lambda.Tests.Template.TemplateFolder;

namespace Lambda.Tests.Template;

/// <summary>Whatever happens while it is written, the template is the old one or the new one, and alone.</summary>
public sealed class WholeFileTests : IDisposable
{
    private const int Functions = 20;

    private readonly TemplateFolder _template = new();
    private readonly string _code = Directory.CreateTempSubdirectory("whole file tests ").FullName;

    public void Dispose()
    {
        _template.Dispose();
        Directory.Delete(_code, recursive: true);
    }

    [Fact]
    public async Task Processes_side_by_side_leave_a_whole_template_and_nothing_else()
    {
        var assembly = TemplateTool.Compile(_code, Functions);
        _template.Text = Padded("");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TemplateTool.RunAsync(assembly, _template.Path)));

        Assert.All(results, result => Assert.Equal((0, ""), result));
        Assert.Equal(Functions + 1, _template.Resources.Count);
        Assert.Equal([_template.Path], Directory.GetFiles(_template.Folder));
    }

    [Fact]
    public async Task A_reader_sees_the_old_template_or_the_new_one_and_nothing_between()
    {
        var assembly = TemplateTool.Compile(_code, Functions);
        _template.Text = Padded(new string('x', 8_000_000));
        var seen = new HashSet<long>();
        var before = new FileInfo(_template.Path).Length;

        using var process = TemplateTool.Start(assembly, _template.Path);
        while (!process.HasExited)
        {
            seen.Add(new FileInfo(_template.Path).Length);
            await Task.Yield();
        }

        var after = new FileInfo(_template.Path).Length;
        Assert.NotEqual(before, after);
        Assert.Subset(new HashSet<long> { before, after }, seen);
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_writes_leaves_the_old_template_or_the_new_one()
    {
        var assembly = TemplateTool.Compile(_code, Functions);
        _template.Text = Padded(new string('x', 8_000_000));
        var before = _template.Text;

        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var process = TemplateTool.Start(assembly, _template.Path);
            while (!process.HasExited && Directory.GetFiles(_template.Folder).Length == 1)
                await Task.Yield();
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            var text = _template.Text;
            Assert.True(text == before || JsonNode.Parse(text)!["Resources"]!.AsObject().Count == Functions + 1);
        }

        Assert.Equal(0, (await TemplateTool.RunAsync(assembly, _template.Path)).Code);
        Assert.Equal(Functions + 1, _template.Resources.Count);
        Assert.Equal([_template.Path], Directory.GetFiles(_template.Folder));
    }

    [Fact]
    public void What_a_dead_process_left_beside_it_goes_at_the_next_merge()
    {
        _template.Write(List);
        File.WriteAllText(Path.Combine(_template.Folder, ".serverless.template.merging-4711"), "half");
        File.WriteAllText(Path.Combine(_template.Folder, "serverless.template.mine"), "whole");

        Assert.False(_template.Write(List));

        Assert.Equal(
            ["serverless.template", "serverless.template.mine"],
            Directory.GetFiles(_template.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_stays_a_link_and_what_it_leads_to_is_written(bool exists)
    {
        var target = Path.Combine(_code, "real.template");
        if (exists)
            File.WriteAllText(target, """{"Resources":{}}""");
        File.CreateSymbolicLink(_template.Path, target);

        Assert.True(_template.Write(List));

        Assert.Equal(target, new FileInfo(_template.Path).LinkTarget);
        Assert.Contains("ListPhotos", File.ReadAllText(target), StringComparison.Ordinal);
        Assert.Equal([target], Directory.GetFiles(_code));
    }

    [Fact]
    public void Who_may_read_it_stays_as_it_was()
    {
        if (OperatingSystem.IsWindows())
            return;

        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _template.Write(List);
        File.SetUnixFileMode(_template.Path, Private);

        _template.Write(List, Sweep);

        Assert.Equal(Private, File.GetUnixFileMode(_template.Path));
    }

    [Fact]
    public void A_read_only_template_is_left_alone_and_the_message_says_so()
    {
        _template.Write(List);
        File.SetAttributes(_template.Path, FileAttributes.ReadOnly);
        var before = _template.Text;

        var error = Assert.Throws<TemplateFileException>(() => _template.Write(Sweep));

        Assert.Contains("is read-only and out of step with the code: make it writable", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _template.Text);
        Assert.False(_template.Write(List));
        File.SetAttributes(_template.Path, FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named_and_not_made()
    {
        var path = Path.Combine(_template.Folder, "missing", "serverless.template");

        var error = Assert.Throws<TemplateFileException>(() => new TemplateFile(path).Write(Manifest(List), _template.Project));

        Assert.Equal($"{path} cannot be made, because its folder does not exist.", error.Message);
        Assert.Empty(Directory.GetDirectories(_template.Folder));
    }

    private static string Padded(string padding) =>
        "{\"Resources\":{\"Own\":{\"Type\":\"T\",\"Metadata\":{\"Padding\":\"" + padding + "\"}}}}";
}
