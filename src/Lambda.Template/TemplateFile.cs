using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lambda.Template.Manifest;
using Lambda.Template.Merge;
using Lambda.Template.Text;

namespace Lambda.Template;

/// <summary>serverless.template on disk.</summary>
/// <param name="path">Where it is, or will be.</param>
public sealed class TemplateFile(string path)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Which resources are not as the code wants them; empty when the file is in step.</summary>
    public IReadOnlyList<string> Compare(FunctionManifest manifest, string projectFolder)
    {
        var (before, after, text) = Merge(manifest, projectFolder);
        if (text.AsSpan().SequenceEqual(Read()))
            return [];

        var (old, wanted) = (before["Resources"] as JsonObject ?? [], after["Resources"] as JsonObject ?? []);
        var ids = old.Select(resource => resource.Key).Union(wanted.Select(resource => resource.Key));
        var differing = ids.Where(id => !JsonNode.DeepEquals(old[id], wanted[id])).ToArray();
        return differing is [] ? ["Description"] : differing;
    }

    /// <summary>Brings the file in step; leaves it untouched when it is, and makes none for no functions.</summary>
    /// <remarks>A reader, or a crash in between, sees the old file or the new one and never a part.</remarks>
    /// <returns>Whether it was written.</returns>
    public bool Write(FunctionManifest manifest, string projectFolder)
    {
        var (_, _, text) = Merge(manifest, projectFolder);
        if (text.AsSpan().SequenceEqual(Read()))
            return false;

        var scratch = $"{path}.{Environment.ProcessId}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(scratch, text);
            File.Move(scratch, path, overwrite: true);
        }
        finally
        {
            File.Delete(scratch);
        }

        return true;
    }

    /// <summary>The whole template as the code wants it, whether or not it was written.</summary>
    public JsonObject Merged(FunctionManifest manifest, string projectFolder) => Merge(manifest, projectFolder).After;

    private (JsonObject Before, JsonObject After, byte[] Text) Merge(FunctionManifest manifest, string projectFolder)
    {
        var text = Read();
        var json = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        var isNew = json.All(character => character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');

        var before = isNew ? TemplateMerge.NewTemplate() : Parse(json);
        var after = (JsonObject)before.DeepClone();
        if (isNew && manifest.Functions.Count == 0)
            return (before, after, text);

        TemplateMerge.Apply(after, manifest, CodeUri(projectFolder));
        if (isNew)
            return (before, after, Encoding.UTF8.GetBytes(JsonLayout.Write(after, "", "\n")));

        return (before, after, [.. text[..^json.Length], .. JsonEditor.Apply(json, before, after)]);
    }

    private JsonObject Parse(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Lenient) as JsonObject
                ?? throw new TemplateFileException($"{path} is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw new TemplateFileException(
                $"{path} is not JSON that can be merged with (YAML cannot yet): {error.Message}");
        }
    }

    private byte[] Read() => File.Exists(path) ? File.ReadAllBytes(path) : [];

    private string CodeUri(string projectFolder)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Path.GetRelativePath(folder, Path.GetFullPath(projectFolder)).Replace('\\', '/');
    }
}

/// <summary>A template that cannot be merged with; the message says why.</summary>
public sealed class TemplateFileException(string message) : Exception(message);
