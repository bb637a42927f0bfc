using System.Text;
using System.Text.Json.Nodes;
using Lambda.Template.Files;
using Lambda.Template.Manifest;
using Lambda.Template.Merge;
using Lambda.Template.Text;

namespace Lambda.Template;

/// <summary>serverless.template on disk: JSON, or YAML; a new one is YAML when it is called so.</summary>
/// <param name="path">Where it is, or will be.</param>
public sealed class TemplateFile(string path)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The files whose text the last merge put into the template.</summary>
    public IReadOnlyCollection<string> FilesRead { get; private set; } = [];

    /// <summary>Which resources are not as the code wants them; empty when the file is in step.</summary>
    /// <exception cref="TemplateFileException">The file cannot be merged with.</exception>
    public IReadOnlyList<string> Compare(FunctionManifest manifest, string projectFolder)
    {
        var text = Read();
        var (before, after, merged) = Merge(text, manifest, projectFolder);
        if (merged == text)
            return [];

        var (old, wanted) = (before["Resources"] as JsonObject ?? [], after["Resources"] as JsonObject ?? []);
        var ids = old.Select(resource => resource.Key).Union(wanted.Select(resource => resource.Key));
        var differing = ids.Where(id => !JsonNode.DeepEquals(old[id], wanted[id])).ToArray();
        return differing is [] ? ["Description"] : differing;
    }

    /// <summary>Brings the file in step; leaves it untouched when it is, and makes none for no functions.</summary>
    /// <remarks>A reader, or a crash in between, sees the old file or the new one and never a part.</remarks>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="TemplateFileException">The file cannot be merged with, or must not be written.</exception>
    public bool Write(FunctionManifest manifest, string projectFolder)
    {
        using var turn = FileTurn.Take(path);
        var text = Read();
        var merged = Merge(text, manifest, projectFolder).Text;
        if (merged == text)
            return false;

        SafeFile.Replace(path, Encoding.UTF8.GetBytes(merged));
        return true;
    }

    /// <summary>The whole template as the code wants it, whether or not it was written.</summary>
    /// <exception cref="TemplateFileException">The file cannot be merged with.</exception>
    public JsonObject Merged(FunctionManifest manifest, string projectFolder) =>
        Merge(Read(), manifest, projectFolder).After;

    private (JsonObject Before, JsonObject After, string Text) Merge(
        string text, FunctionManifest manifest, string projectFolder)
    {
        try
        {
            // A byte order mark is no part of the text and stays.
            var mark = text.StartsWith('\uFEFF') ? text[..1] : "";
            var body = text[mark.Length..];
            if (!string.IsNullOrWhiteSpace(body))
            {
                var template = TemplateText.Parse(body);
                var after = (JsonObject)template.Root.DeepClone();
                Apply(after, manifest, projectFolder);
                return (template.Root, after, mark + template.With(after));
            }

            var (nothing, made) = (TemplateMerge.NewTemplate(), TemplateMerge.NewTemplate());
            if (manifest.Functions.Count == 0)
                return (nothing, made, text);

            Apply(made, manifest, projectFolder);
            return (nothing, made, mark + TemplateText.New(made, IsNamedYaml));
        }
        catch (Exception error) when (error is SourceException or MergeException)
        {
            throw new TemplateFileException($"{path} cannot be brought in step: {error.Message}", error);
        }
    }

    private void Apply(JsonObject template, FunctionManifest manifest, string projectFolder)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var codeUri = Path.GetRelativePath(folder, Path.GetFullPath(projectFolder)).Replace('\\', '/');
        FilesRead = TemplateMerge.Apply(template, manifest, codeUri, projectFolder);
    }

    private bool IsNamedYaml =>
        Path.GetExtension(path) is var extension
        && (extension.Equals(".yaml", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".yml", StringComparison.OrdinalIgnoreCase));

    private string Read()
    {
        try
        {
            // A link that leads to nothing yet exists itself.
            var target = SafeFile.Target(path);
            return File.Exists(target) ? Strict.GetString(File.ReadAllBytes(target)) : "";
        }
        catch (DecoderFallbackException error)
        {
            throw new TemplateFileException($"{path} is not UTF-8; save it as UTF-8.", error);
        }
    }
}
