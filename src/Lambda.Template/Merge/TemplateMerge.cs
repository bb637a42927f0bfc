using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>Brings a template in step with the code.</summary>
/// <remarks>
/// It owns the functions and APIs whose <c>Metadata.Tool</c> is <c>Amazon.Lambda.Annotations</c> and, in them, what the
/// code decides. Everything else, and the order of everything, stays as it was written.
/// </remarks>
internal static class TemplateMerge
{
    /// <summary>A template that has nothing yet.</summary>
    public static JsonObject NewTemplate() => new()
    {
        ["AWSTemplateFormatVersion"] = "2010-09-09",
        ["Transform"] = "AWS::Serverless-2016-10-31",
    };

    /// <summary>Changes the template so that it says what the manifest says.</summary>
    /// <param name="template">The template.</param>
    /// <param name="manifest">What the code says.</param>
    /// <param name="codeUri">The project's folder, as the template refers to it.</param>
    /// <param name="projectFolder">The same, as this process does.</param>
    /// <returns>The files whose text is part of the template now.</returns>
    /// <exception cref="MergeException">The template has something else where code must write.</exception>
    public static IReadOnlyCollection<string> Apply(
        JsonObject template, FunctionManifest manifest, string codeUri, string projectFolder)
    {
        TemplateDescription.Apply(template, manifest.IsMarked);
        var context = new MergeContext(template, manifest, codeUri, projectFolder);

        // Authorizers of functions that are about to go are still known by those functions.
        ApiMerge.Apply(context);
        foreach (var function in manifest.Functions)
        {
            if (context.Resources[function.Id] is null)
                context.Resources[function.Id] = FunctionMerge.NewFunction(context);
            if (context.Resources[function.Id] is JsonObject resource && Ownership.IsOurs(resource))
                FunctionMerge.Apply(resource, function, context);
        }

        var wanted = manifest.Functions.Select(function => function.Id).ToHashSet();
        var orphans = context.Resources
            .Where(resource => !wanted.Contains(resource.Key) && Ownership.IsOurs(resource.Value))
            .Select(resource => resource.Key);
        foreach (var orphan in orphans.ToArray())
            context.Resources.Remove(orphan);

        return context.FilesRead;
    }
}
