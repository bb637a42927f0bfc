using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Tests.Packages;

/// <summary>
/// Code written for Amazon's packages compiles: whatever they offer is here, under the same name and in the same shape.
/// </summary>
public sealed class SurfaceTests
{
    private static readonly SymbolDisplayFormat Shape = SymbolDisplayFormat.FullyQualifiedFormat;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_surface_compiles()
    {
        var errors = AmazonSurface.Compile(Ct).GetDiagnostics(Ct)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Empty(errors);
    }

    [Fact]
    public void Everything_that_Amazons_packages_offer_is_offered_here()
    {
        var ours = CSharpCompilation.Create(
            "Ours",
            references:
            [
                .. AmazonSurface.Framework(),
                MetadataReference.CreateFromFile(typeof(ILambdaContext).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(HandlerWrapper).Assembly.Location),
            ]);

        var missing = PublicSymbols.Types(AmazonSurface.Compile(Ct).Assembly.GlobalNamespace)
            .SelectMany(type => WhatIsMissing(type, ours))
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.True(missing is [], string.Join('\n', missing));
    }

    private static IEnumerable<string> WhatIsMissing(INamedTypeSymbol theirs, CSharpCompilation compilation)
    {
        var id = DocumentationCommentId.CreateDeclarationId(theirs)!;
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not INamedTypeSymbol ours)
            return [id];

        var fallen = theirs.AllInterfaces.Where(contract => !ours.AllInterfaces.Any(own => Same(own, contract)))
            .Select(contract => $"{id} is no {contract.ToDisplayString(Shape)}");
        var kind = theirs.TypeKind == ours.TypeKind ? [] : new[] { $"{id} is a {ours.TypeKind}" };
        return
        [
            .. kind,
            .. fallen,
            .. Members(theirs).Where(member => !Inherited(ours).Any(own => Answers(own, member)))
                .Select(member => DocumentationCommentId.CreateDeclarationId(member)!),
        ];
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.GetMembers().Where(member =>
        member.DeclaredAccessibility == Accessibility.Public
        && member is IFieldSymbol or IPropertySymbol
            or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor }
        && !member.IsImplicitlyDeclared);

    private static IEnumerable<ISymbol> Inherited(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
                yield return member;
        }
    }

    private static bool Answers(ISymbol ours, ISymbol theirs) =>
        ours.Name == theirs.Name
        && ours.IsStatic == theirs.IsStatic
        && ours.DeclaredAccessibility == Accessibility.Public
        && (ours, theirs) switch
        {
            (IPropertySymbol own, IPropertySymbol other) =>
                Same(own.Type, other.Type) && (other.SetMethod is null || own.SetMethod is not null),
            (IFieldSymbol own, IFieldSymbol other) => Equals(own.ConstantValue, other.ConstantValue),
            (IMethodSymbol own, IMethodSymbol other) =>
                own.Arity == other.Arity
                && Returns(own.ReturnType, other.ReturnType)
                && own.Parameters.Length == other.Parameters.Length
                && own.Parameters.Zip(other.Parameters).All(pair => Same(pair.First, pair.Second)),
            _ => false,
        };

    // A method may return something more special, such as a task with a result in place of one without.
    private static bool Returns(ITypeSymbol ours, ITypeSymbol theirs)
    {
        for (var at = ours; at is not null; at = at.BaseType)
        {
            if (Same(at, theirs))
                return true;
        }

        return false;
    }

    private static bool Same(IParameterSymbol ours, IParameterSymbol theirs) =>
        Same(ours.Type, theirs.Type)
        && ours.IsParams == theirs.IsParams
        && ours.HasExplicitDefaultValue == theirs.HasExplicitDefaultValue;

    private static bool Same(ITypeSymbol ours, ITypeSymbol theirs) =>
        ours.ToDisplayString(Shape) == theirs.ToDisplayString(Shape);
}
