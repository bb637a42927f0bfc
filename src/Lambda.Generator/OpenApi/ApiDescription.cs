using System.Collections.Immutable;
using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.OpenApi;

/// <summary>The pipeline of the API's description, beside that of the handlers.</summary>
/// <remarks>
/// Routes are parsed one by one and types once for all of them, so that a type that many routes share is read once.
/// </remarks>
internal static class ApiDescription
{
    internal const string Step = "ApiDescription";

    /// <summary>The manifest's member; null for a project without routes.</summary>
    public static IncrementalValueProvider<string?> Of(IncrementalGeneratorInitializationContext context)
    {
        var operations = context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.LambdaFunction,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, ct) => OperationParser.Parse(
                    (IMethodSymbol)found.TargetSymbol, found.SemanticModel.Compilation, ct))
            .Where(static operation => operation is not null)
            .Select(static (operation, _) => operation!)
            .Collect();

        var shared = context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.LambdaStartup,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, ct) => OperationParser.ParseShared(
                    (INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, ct))
            .Collect()
            .Select(static (all, _) => all.FirstOrDefault());

        var roots = operations.Combine(shared).Select(static (found, _) => Roots(found.Left, found.Right));
        var schemas = roots.Combine(context.CompilationProvider).Select(static (found, ct) =>
            SchemaSet.Of(found.Left, found.Right, ct));

        var info = context.CompilationProvider.Select(static (compilation, _) => InfoParser.Parse(compilation));
        return operations.Combine(shared).Combine(schemas).Combine(info)
            .Select(static (found, _) =>
            {
                var (((operations, shared), schemas), info) = found;
                return DocumentEmitter.Emit(info, operations, shared, schemas);
            })
            .WithTrackingName(Step);
    }

    private static EquatableArray<SchemaRoot> Roots(ImmutableArray<OperationModel> operations, SharedAnswers? shared) =>
        new([.. operations.SelectMany(operation => operation.Roots).Concat(shared?.Roots ?? default).Distinct()]);
}
