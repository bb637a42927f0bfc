using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Packages;

/// <summary>What an assembly shows to others.</summary>
internal static class PublicSymbols
{
    /// <summary>Every public type, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol within) =>
        within.GetMembers().SelectMany(member => member switch
        {
            INamespaceSymbol inner => Types(inner),
            INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type => Types(type).Prepend(type),
            _ => [],
        });
}
