using System.Text;
using System.Text.Json.Nodes;
using Lambda.Template;
using Lambda.Template.Manifest;
using Lambda.Template.Text;

namespace Lambda.Tests.Template;

/// <summary>A template in a folder of its own, and the functions that tests merge into it.</summary>
internal sealed class TemplateFolder(string name = "serverless.template", string project = "src/Shop") : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("template folder ").FullName;

    public string Path => System.IO.Path.Combine(Folder, name);

    public string Project => System.IO.Path.Combine(Folder, project);

    /// <summary>As it is on disk, byte for byte.</summary>
    public string Text
    {
        get => new UTF8Encoding(false, true).GetString(File.ReadAllBytes(Path));
        set => File.WriteAllBytes(Path, Encoding.UTF8.GetBytes(value));
    }

    /// <summary>What it says, in JSON or YAML.</summary>
    public JsonObject Json => TemplateText.Parse(Text.TrimStart('\uFEFF')).Root;

    public JsonObject Resources => (JsonObject)Json[nameof(Resources)]!;

    public static ManifestFunction List =>
        new("ListPhotos", "bootstrap", [Route("RootGet", "GET")]) { Name = "ListPhotos" };

    public static ManifestFunction Sweep => new("Sweep", "bootstrap", []) { Name = "Sweep", Memory = 256, Timeout = 60 };

    public static ManifestEvent Route(string name, string method, params ManifestProperty[] more) =>
        new(name, "HttpApi", [new("Path", "/photos"), new("Method", method), .. more]);

    public static FunctionManifest Manifest(params ManifestFunction[] functions) => new("provided.al2023", functions);

    public bool Write(params ManifestFunction[] functions) => Write(Manifest(functions));

    public bool Write(FunctionManifest manifest) => new TemplateFile(Path).Write(manifest, Project);

    public JsonNode Properties(string function = "ListPhotos") => Resources[function]!["Properties"]!;

    public JsonObject Metadata(string function = "ListPhotos") => (JsonObject)Resources[function]!["Metadata"]!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
