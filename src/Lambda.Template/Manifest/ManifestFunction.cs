using System.Text.Json.Nodes;

namespace Lambda.Template.Manifest;

/// <summary>One function. What its attributes do not set is null.</summary>
/// <param name="Id">The logical id.</param>
/// <param name="Handler">The handler, as Lambda spells it.</param>
/// <param name="Events">What invokes it.</param>
public sealed record ManifestFunction(string Id, string Handler, IReadOnlyList<ManifestEvent> Events)
{
    /// <summary>What ANNOTATIONS_HANDLER is set to; null when the code is a library.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is deployed as a container image.</summary>
    public bool IsImage { get; init; }

    /// <summary>In seconds.</summary>
    public int? Timeout { get; init; }

    /// <summary>In MB.</summary>
    public int? Memory { get; init; }

    /// <summary>An ARN, or <c>@Name</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Names or ARNs or <c>@Name</c>, separated by commas.</summary>
    public string? Policies { get; init; }

    /// <summary>IAM policy statements; they become one entry of the function's policies.</summary>
    public JsonArray? Statements { get; init; }

    /// <summary>Environment variables by name; values are texts or intrinsic functions.</summary>
    public JsonObject? Environment { get; init; }

    /// <summary><c>AuthType</c> and, where code says so, <c>Cors</c> of an own URL.</summary>
    public JsonObject? FunctionUrl { get; init; }
}

/// <summary>What invokes a function: a SAM event.</summary>
/// <param name="Name">Its key among the function's events.</param>
/// <param name="Type">Its SAM type.</param>
/// <param name="Properties">What code decides of it.</param>
public sealed record ManifestEvent(string Name, string Type, IReadOnlyList<ManifestProperty> Properties);
