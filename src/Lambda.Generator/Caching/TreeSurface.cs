using System.Runtime.CompilerServices;
using Lambda.Generator.Parsing;
using Lambda.Generator.Parsing.Extras;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Caching;

/// <summary>What of a file can matter outside of it: everything but the insides of its members.</summary>
internal sealed class TreeSurface
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeSurface> Known = new();

    // The attributes that this generator reads, as code may write them.
    private static readonly HashSet<string> Attributes =
    [
        .. new[]
        {
            KnownNames.LambdaFunction, KnownNames.LambdaStartup, KnownNames.LambdaGlobalProperties,
            KnownNames.LambdaSerializer,
        }.Concat(Triggers.Attributes).Concat(ExtrasParser.OfFunctions).SelectMany(Spellings),
    ];

    private static readonly TreeSurface Empty = new(SyntaxFactory.CompilationUnit());

    private ulong _fingerprint = 14695981039346656037;

    private TreeSurface(SyntaxNode root)
    {
        foreach (var token in root.DescendantTokens(HasSurface, descendIntoTrivia: true))
            Add(token);
        foreach (var node in root.DescendantNodes(HasSurface))
            Add(node);
    }

    /// <summary>Every identifier: what the file may refer to.</summary>
    public HashSet<string> Names { get; } = [];

    /// <summary>Types that the file declares, by their simple names.</summary>
    public HashSet<string> Declared { get; } = [];

    public HashSet<string> Namespaces { get; } = [];

    /// <summary>Other names that it gives to types, for the whole project.</summary>
    public HashSet<string> Aliases { get; } = [];

    /// <summary>Whether it holds functions under the attributes' own names, or speaks for the whole project.</summary>
    public bool IsRoot { get; private set; }

    /// <summary>Computed once for each tree; of no tree, that of an empty one.</summary>
    public static TreeSurface Of(SyntaxTree? tree) =>
        tree is null ? Empty : Known.GetValue(tree, static tree => new TreeSurface(tree.GetRoot()));

    public bool IsSame(TreeSurface other) => _fingerprint == other._fingerprint;

    private static IEnumerable<string> Spellings(string fullName)
    {
        const string Suffix = "Attribute";
        var name = fullName.Substring(fullName.LastIndexOf('.') + 1);
        return [name, name.Substring(0, name.Length - Suffix.Length)];
    }

    private static bool HasSurface(SyntaxNode node) => node is not (BlockSyntax or ArrowExpressionClauseSyntax);

    private void Add(SyntaxToken token)
    {
        foreach (var character in token.Text)
            _fingerprint = unchecked((_fingerprint ^ character) * 1099511628211);
        _fingerprint = unchecked((_fingerprint ^ '\n') * 1099511628211);

        if (!token.IsKind(SyntaxKind.IdentifierToken))
            return;

        Names.Add(token.ValueText);
        IsRoot |= Attributes.Contains(token.ValueText);
    }

    private void Add(SyntaxNode node)
    {
        switch (node)
        {
            case BaseTypeDeclarationSyntax type:
                Declared.Add(type.Identifier.ValueText);
                break;
            case DelegateDeclarationSyntax type:
                Declared.Add(type.Identifier.ValueText);
                break;
            case BaseNamespaceDeclarationSyntax found:
                Namespaces.Add(found.Name.ToString());
                break;
            case UsingDirectiveSyntax { GlobalKeyword.RawKind: not 0 } found:
                IsRoot = true;
                if (found.Alias is { } alias)
                    Aliases.Add(alias.Name.Identifier.ValueText);
                break;
            case AttributeTargetSpecifierSyntax { Identifier.RawKind: (int)SyntaxKind.AssemblyKeyword }:
            case GlobalStatementSyntax:
            case MethodDeclarationSyntax { Identifier.ValueText: WellKnownMemberNames.EntryPointMethodName }:
                IsRoot = true;
                break;
        }
    }
}
