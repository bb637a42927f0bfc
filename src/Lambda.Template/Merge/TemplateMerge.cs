using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>Brings a template in step with the code.</summary>
/// <remarks>
/// It owns the functions whose <c>Metadata.Tool</c> is <c>Amazon.Lambda.Annotations</c> and, in them, what the code
/// decides. Everything else, and the order of everything, stays as it was written.
/// </remarks>
public static class TemplateMerge
{
    internal const string FunctionType = "AWS::Serverless::Function";

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
    public static void Apply(JsonObject template, FunctionManifest manifest, string codeUri)
    {
        TemplateDescription.Apply(template);
        var parameters = template["Parameters"] as JsonObject;
        var resources = template.Child("Resources");

        foreach (var function in manifest.Functions)
        {
            if (resources[function.Id] is null)
                resources[function.Id] = FunctionMerge.NewFunction(manifest.Runtime, codeUri);
            if (resources[function.Id] is JsonObject resource && Ownership.IsOurs(resource))
                FunctionMerge.Apply(resource, function, manifest.Runtime, codeUri, parameters);
        }

        var wanted = manifest.Functions.Select(function => function.Id).ToHashSet();
        var orphans = resources
            .Where(resource => !wanted.Contains(resource.Key) && Ownership.IsOurs(resource.Value))
            .Select(resource => resource.Key);
        foreach (var orphan in orphans.ToArray())
            resources.Remove(orphan);
    }
}
