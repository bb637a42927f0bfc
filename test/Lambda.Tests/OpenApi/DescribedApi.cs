using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Lambda.Template;
using Lambda.Template.Manifest;
using Lambda.Template.OpenApi;
using Lambda.Tests.Generator;
using Microsoft.CodeAnalysis;
using Photos.Tests.Shared;

namespace Lambda.Tests.OpenApi;

/// <summary>The document of functions that were really compiled, with a template that was really merged.</summary>
internal sealed class DescribedApi
{
    private DescribedApi(JsonObject document) => Document = document;

    public JsonObject Document { get; }

    public JsonNode Schemas => Document["components"]!["schemas"]!;

    public static DescribedApi Of(params string[] sources) => Of("", GeneratorRun.Of(sources));

    /// <summary>Sources that name their serializer.</summary>
    public static DescribedApi OfSerialized(params string[] sources) =>
        Of("", GeneratorRun.Of(OutputKind.DynamicallyLinkedLibrary, sources));

    public static DescribedApi OfTemplate(string template, params string[] sources) =>
        Of(template, GeneratorRun.Of(sources));

    private static DescribedApi Of(string template, GeneratorRun run)
    {
        var folder = Directory.CreateTempSubdirectory("openapi-").FullName;
        try
        {
            var (assembly, file) = (Path.Combine(folder, "Shop.dll"), Path.Combine(folder, "serverless.template"));
            File.WriteAllText(file, template);
            using (var image = File.Create(assembly))
            {
                var emitted = run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
                Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
            }

            var manifest = ManifestReader.Read(assembly)!;
            return new DescribedApi(
                OpenApiDocument.Compose(manifest.OpenApi!, new TemplateFile(file).Merged(manifest, folder)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>As it would be written.</summary>
    public static string Text(JsonNode node) =>
        node.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";

    public JsonNode Operation(string method, string path) => Document["paths"]![path]![method]!;

    /// <summary>Fails unless the document is valid OpenAPI.</summary>
    public async Task IsValidAsync()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, Document.ToJsonString(), TestContext.Current.CancellationToken);
            await OpenApiCheck.PassesAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
