using Lambda.Template.Manifest;
using Lambda.Template.OpenApi;

namespace Lambda.Template;

/// <summary>
/// <c>merge --assembly FILE --template FILE --project-dir FOLDER [--openapi FILE] [--mode write|check]</c>
/// </summary>
/// <remarks>Says on <c>output</c> what it did, or in one line what is wrong and how to right it.</remarks>
internal static class MergeCommand
{
    private const string Usage =
        "merge --assembly FILE --template FILE --project-dir FOLDER [--openapi FILE] [--mode write|check]";

    /// <returns>
    /// The exit code: 0 when the template is in step, 1 when it is not, 2 when that could not be found out.
    /// </returns>
    public static int Run(string[] args, TextWriter output)
    {
        var options = Options(args);
        var mode = options.GetValueOrDefault("--mode", "write");
        if (args is not ["merge", ..]
            || mode is not ("write" or "check")
            || !options.TryGetValue("--assembly", out var assembly)
            || !options.TryGetValue("--template", out var template)
            || !options.TryGetValue("--project-dir", out var project))
        {
            output.WriteLine(Usage);
            return 2;
        }

        try
        {
            var description = options.GetValueOrDefault("--openapi", "");
            return Merge(assembly, new TemplateFile(template), template, project, description, mode == "check", output);
        }
        catch (Exception error) when (error is TemplateFileException or IOException or UnauthorizedAccessException)
        {
            output.WriteLine(error.Message);
            return 2;
        }
    }

    private static int Merge(
        string assembly,
        TemplateFile file,
        string path,
        string project,
        string description,
        bool isCheck,
        TextWriter output)
    {
        if (ManifestReader.Read(assembly) is not { } manifest)
        {
            output.WriteLine($"{assembly} says nothing of functions; was Lambda.Generator part of its compilation?");
            return 2;
        }

        if (!isCheck)
        {
            if (file.Write(manifest, project))
                output.WriteLine($"{path} was brought in step with the code.");
            return Describe(description, manifest, file, project, isCheck, output);
        }

        var differing = file.Compare(manifest, project);
        if (differing.Count == 0)
            return Describe(description, manifest, file, project, isCheck, output);

        output.WriteLine(
            $"{Path.GetFileName(path)} is out of step with the code ({string.Join(", ", differing)}): "
            + "build without TemplateSync=check and commit what it writes.");
        return 1;
    }

    private static int Describe(
        string path, FunctionManifest manifest, TemplateFile file, string project, bool isCheck, TextWriter output)
    {
        if (path is "" || manifest.OpenApi is not { } described)
            return 0;

        var description = new OpenApiFile(path);
        var document = OpenApiDocument.Compose(described, file.Merged(manifest, project));
        if (!isCheck)
        {
            if (description.Write(document))
                output.WriteLine($"{path} was brought in step with the code.");
            return 0;
        }

        if (description.IsInStep(document))
            return 0;

        output.WriteLine(
            $"{Path.GetFileName(path)} is out of step with the code: build without TemplateSync=check and commit what "
            + "it writes.");
        return 1;
    }

    private static Dictionary<string, string> Options(string[] args)
    {
        var options = new Dictionary<string, string>();
        for (var at = 1; at + 1 < args.Length; at += 2)
            options[args[at]] = args[at + 1];
        return options;
    }
}
