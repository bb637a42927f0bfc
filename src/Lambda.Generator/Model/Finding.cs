using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lambda.Generator.Model;

/// <summary>A diagnostic that can be cached: what, where, about what.</summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Place? Place, EquatableArray<string> Arguments)
{
    public static Finding Of(DiagnosticDescriptor descriptor, Place? place, params string[] arguments) =>
        new(descriptor, place, new EquatableArray<string>(arguments));

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Place?.ToLocation() ?? Location.None, [.. Arguments]);
}

/// <summary>A place in the source, without holding on to the source.</summary>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static Place? Of(Location? location) =>
        location?.SourceTree is { } tree
            ? new Place(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public static Place? Of(ISymbol symbol) => Of(symbol.Locations.FirstOrDefault());

    public static Place? Of(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } syntax
            ? Of(Location.Create(syntax.SyntaxTree, syntax.Span))
            : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

/// <summary>What came of looking at one method: a function, or the reasons why there is none.</summary>
/// <param name="Authorizer">What routes may name, even when its function has mistakes.</param>
/// <param name="Guard">The authorizer its route names.</param>
internal sealed record ParsedFunction(
    FunctionModel? Function,
    Place? Place,
    AuthorizerModel? Authorizer,
    AuthorizerReference? Guard,
    EquatableArray<Finding> Findings);

/// <summary>What came of looking at the assembly.</summary>
internal sealed record ParsedProject(ProjectModel Project, Place? Place, EquatableArray<Finding> Findings);

/// <summary>What came of looking at everything.</summary>
/// <param name="Api">The API's description, as JSON; null for a project without routes.</param>
internal sealed record ProjectReading(
    EquatableArray<FunctionModel> Functions,
    StartupModel? Startup,
    ProjectModel Project,
    string? Api,
    EquatableArray<Finding> Findings);

/// <summary>What came of looking at a startup class.</summary>
internal sealed record ParsedStartup(
    StartupModel? Startup, string Name, Place? Place, EquatableArray<Finding> Findings);
