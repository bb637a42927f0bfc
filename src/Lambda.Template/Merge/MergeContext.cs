using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>What every part of the merge knows besides the resource that it is at.</summary>
internal sealed class MergeContext(JsonObject template, FunctionManifest manifest, string codeUri, string projectFolder)
{
    private const string RefOrGetAtt = "Fn::RefOrGetAtt";
    private const string FileOrText = "Fn::FileOrText";

    private readonly JsonObject? _parameters = template["Parameters"] as JsonObject;

    public FunctionManifest Manifest => manifest;

    /// <summary>The project's folder, as the template refers to it.</summary>
    public string CodeUri => codeUri;

    public JsonObject Resources { get; } = template.Child("Resources");

    /// <summary>The files whose text became part of the template: it is out of date when they change.</summary>
    public HashSet<string> FilesRead { get; } = [];

    /// <summary>
    /// The value with every function taken away that only the generator and the merge know: those that stand for what
    /// the template or a file decides.
    /// </summary>
    public JsonNode Value(JsonNode value) => value switch
    {
        JsonObject { Count: 1 } call when call[RefOrGetAtt] is JsonArray arguments =>
            Reference(arguments[0]!.ToString(), arguments[1]!.ToString()),
        JsonObject { Count: 1 } call when call[FileOrText] is { } text => JsonValue.Create(Text(text.ToString())),
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Key, member.Value is { } inner ? Value(inner) : null))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Value(item))]),
        _ => value.DeepClone(),
    };

    /// <summary>A parameter's value; or an attribute of the resource of that name.</summary>
    public JsonObject Reference(string name, string attribute) => _parameters?.ContainsKey(name) == true
        ? new JsonObject { ["Ref"] = name }
        : new JsonObject { ["Fn::GetAtt"] = new JsonArray(name, attribute) };

    private string Text(string text)
    {
        var path = Path.Combine(projectFolder, text);
        if (!File.Exists(path))
            return text;

        FilesRead.Add(Path.GetFullPath(path));
        return File.ReadAllText(path);
    }
}
