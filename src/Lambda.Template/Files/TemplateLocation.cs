using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Template.Files;

/// <summary>Where a project's template is, when nobody says it to the build.</summary>
/// <remarks>
/// As Amazon's packages and command-line tools find it: <c>template</c> in the project's
/// <c>aws-lambda-tools-defaults.json</c>, from that file's folder; otherwise serverless.template in the project's.
/// </remarks>
internal static class TemplateLocation
{
    private const string ConfigName = "aws-lambda-tools-defaults.json";
    private const string DefaultName = "serverless.template";

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>The template's full path; the file need not exist.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="warn">Told, as compilers warn, of a configuration that cannot be read and counts as absent.</param>
    public static string Find(string projectFolder, Action<string> warn)
    {
        var folder = Path.GetFullPath(projectFolder);
        var config = Config(folder);
        return config is not null && Template(config, warn) is { Length: > 0 } template
            ? Path.GetFullPath(FromAnySystem(template), Path.GetDirectoryName(config)!)
            : Path.Combine(folder, DefaultName);
    }

    // The folder's own comes first; what a build copied below is not anybody's intention.
    private static string? Config(string folder)
    {
        var own = Path.Combine(folder, ConfigName);
        if (File.Exists(own))
            return own;

        return Directory.EnumerateFiles(folder, ConfigName, Everywhere)
            .Select(found => Path.GetRelativePath(folder, found))
            .Where(found => found.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .OrderBy(found => found.Count(character => character == Path.DirectorySeparatorChar))
            .ThenBy(found => found, StringComparer.Ordinal)
            .Select(found => Path.Combine(folder, found))
            .FirstOrDefault();
    }

    private static string? Template(string config, Action<string> warn)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            var json = JsonNode.Parse(File.ReadAllText(config), documentOptions: options);
            return (json as JsonObject)?["template"] is JsonValue value && value.TryGetValue<string>(out var template)
                ? template
                : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            warn($"{config} : warning LAMBDA003: this cannot be read and counts as absent: {error.Message}");
            return null;
        }
    }

    // Written on Windows, used here.
    private static string FromAnySystem(string template) => template.Replace('\\', Path.DirectorySeparatorChar);
}
