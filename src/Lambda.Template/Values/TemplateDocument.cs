using System.Text.Json.Nodes;
using Lambda.Template.Text;

namespace Lambda.Template.Values;

/// <summary><c>serverless.template</c> as it reads for one set of parameter values.</summary>
/// <remarks>
/// Resources do not exist yet, so a reference to one is worth its logical id, and an attribute of one
/// <c>LogicalId.Attribute</c>: the same at every start, and recognisable where it is used.
/// </remarks>
public sealed class TemplateDocument
{
    private readonly Intrinsics _intrinsics;
    private readonly JsonObject _root;

    private TemplateDocument(JsonObject root, IReadOnlyDictionary<string, string> parameters) =>
        (_root, _intrinsics) = (root, new Intrinsics(root, parameters));

    /// <summary>The whole template.</summary>
    public TemplateValue Root => new(_intrinsics, _root, "");

    /// <summary>Reads a template in JSON or YAML.</summary>
    /// <param name="text">The template.</param>
    /// <param name="parameters">Values of parameters; those left out have the template's default.</param>
    /// <exception cref="TemplateException">It is no object in JSON or YAML, or has no parameter of a given name.</exception>
    public static TemplateDocument Parse(string text, IReadOnlyDictionary<string, string> parameters)
    {
        JsonObject template;
        try
        {
            template = TemplateText.Parse(text).Root;
        }
        catch (SourceException cause)
        {
            throw new TemplateException($"The template cannot be read: {cause.Message}", cause);
        }

        var declared = template["Parameters"] as JsonObject;
        if (parameters.Keys.FirstOrDefault(name => declared?.ContainsKey(name) is not true) is { } unknown)
            throw new TemplateException($"The template has no parameter {unknown}.");

        return new TemplateDocument(template, parameters);
    }

    /// <summary>The resources that would be made: those whose condition holds, in the template's order.</summary>
    public IEnumerable<TemplateResource> Resources()
    {
        foreach (var (logicalId, resource) in Root["Resources"].Members())
        {
            if (!resource["Condition"].Exists || _intrinsics.Holds(resource["Condition"].Text(), resource.Where))
                yield return new TemplateResource(logicalId, resource["Type"].Text(), resource["Properties"]);
        }
    }

    /// <summary>The resources of one type.</summary>
    public IEnumerable<TemplateResource> Resources(string type) =>
        Resources().Where(resource => resource.Type == type);
}
