using System.Text.Json;
using System.Text.Json.Nodes;
using Lambda.Template.Files;
using Lambda.Template.Manifest;
using Lambda.Template.OpenApi;

namespace Lambda.Template;

/// <summary>The command that the build runs on what it compiled.</summary>
/// <remarks>
/// Says on <c>output</c> what it did, with warnings as compilers write them, and on <c>errors</c> in one line what is
/// wrong and how to right it.
/// </remarks>
internal static class MergeCommand
{
    /// <returns>
    /// The exit code: 0 when the template is in step, 1 when it is not, 2 when that could not be found out.
    /// </returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (MergeOptions.Read(args) is not { } options)
        {
            errors.WriteLine(MergeOptions.Usage);
            return 2;
        }

        try
        {
            if (ManifestReader.Read(options.Assembly) is { } manifest)
                return Merge(manifest with { IsMarked = options.IsMarked }, options, output, errors);

            errors.WriteLine(
                $"{options.Assembly} says nothing of functions; was Lambda.Generator part of its compilation?");
            return 2;
        }
        catch (Exception error) when (error is TemplateFileException or IOException or UnauthorizedAccessException
            or BadImageFormatException or JsonException)
        {
            errors.WriteLine(error.Message);
            return 2;
        }
    }

    private static int Merge(FunctionManifest manifest, MergeOptions options, TextWriter output, TextWriter errors)
    {
        var path = options.Template ?? TemplateLocation.Find(options.ProjectFolder, output.WriteLine);
        var file = new TemplateFile(path);
        var description = Description(path, manifest, options);
        if (options.IsCheck)
            return Check(file, path, description, manifest, options, errors);

        if (file.Write(manifest, options.ProjectFolder))
            output.WriteLine($"{path} was brought in step with the code.");
        var dependencies = new List<string>([path, .. file.FilesRead]);
        if (description is not null)
        {
            if (new OpenApiFile(description).Write(Describe(file, manifest, options)))
                output.WriteLine($"{description} was brought in step with the code.");
            dependencies.Add(description);
        }

        // The build need not come back before one of these is younger than the list of them.
        if (options.Stamp is { } stamp)
            File.WriteAllLines(stamp, dependencies.Select(Path.GetFullPath));
        return 0;
    }

    private static int Check(
        TemplateFile file,
        string path,
        string? description,
        FunctionManifest manifest,
        MergeOptions options,
        TextWriter errors)
    {
        var differing = file.Compare(manifest, options.ProjectFolder);
        if (differing.Count > 0)
            return Refuse($"{Path.GetFileName(path)} is out of step with the code ({string.Join(", ", differing)})");

        return description is null || new OpenApiFile(description).IsInStep(Describe(file, manifest, options))
            ? 0
            : Refuse($"{Path.GetFileName(description)} is out of step with the code");

        int Refuse(string what)
        {
            errors.WriteLine($"{what}: build without TemplateSync=check and commit what it writes.");
            return 1;
        }
    }

    /// <summary>Where the API's description goes; null when there is none, or none is wanted.</summary>
    private static string? Description(string template, FunctionManifest manifest, MergeOptions options) =>
        manifest.OpenApi is null || options.OpenApi == "off"
            ? null
            : options.OpenApi ?? Path.Combine(Path.GetDirectoryName(template) ?? "", "openapi.json");

    private static JsonObject Describe(TemplateFile file, FunctionManifest manifest, MergeOptions options) =>
        OpenApiDocument.Compose(manifest.OpenApi!, file.Merged(manifest, options.ProjectFolder));
}
