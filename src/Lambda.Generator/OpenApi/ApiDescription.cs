using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>What the API's description says of the code's routes.</summary>
internal static class ApiDescription
{
    /// <summary>The manifest's member; null for a project without routes.</summary>
    /// <param name="startup">Speaks for all routes: its comment lists the answers that they share.</param>
    public static string? Of(
        Compilation compilation, IEnumerable<IMethodSymbol> functions, INamedTypeSymbol? startup, CancellationToken ct)
    {
        var operations = new EquatableArray<OperationModel>(
            [.. functions.Select(method => OperationParser.Parse(method, compilation, ct)).OfType<OperationModel>()]);
        var shared = startup is null ? null : OperationParser.ParseShared(startup, compilation, ct);

        // Once for all routes, so that a type that many of them share is read once.
        var roots = operations.SelectMany(operation => operation.Roots).ToList();
        if (shared is not null)
            roots.AddRange(shared.Roots);
        var schemas = SchemaSet.Of([.. roots.Distinct()], compilation, ct);
        return DocumentEmitter.Emit(InfoParser.Parse(compilation), operations, shared, schemas);
    }
}
