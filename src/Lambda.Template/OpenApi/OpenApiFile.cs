using System.Text;
using System.Text.Json.Nodes;
using Lambda.Template.Files;
using Lambda.Template.Text;

namespace Lambda.Template.OpenApi;

/// <summary>openapi.json on disk, beside the template that it describes the API of.</summary>
/// <param name="path">Where it is, or will be.</param>
public sealed class OpenApiFile(string path)
{
    /// <summary>Whether it says what code and template say.</summary>
    public bool IsInStep(JsonObject document) => Text(document).AsSpan().SequenceEqual(Read());

    /// <summary>Brings it in step; leaves it untouched when it is.</summary>
    /// <remarks>A reader, or a crash in between, sees the old file or the new one and never a part.</remarks>
    /// <returns>Whether it was written.</returns>
    public bool Write(JsonObject document)
    {
        using var turn = FileTurn.Take(path);
        if (IsInStep(document))
            return false;

        SafeFile.Replace(path, Text(document));
        return true;
    }

    private static byte[] Text(JsonObject document) =>
        Encoding.UTF8.GetBytes(TemplateText.New(document, isYaml: false) + "\n");

    private byte[] Read() => File.Exists(path) ? File.ReadAllBytes(path) : [];
}
