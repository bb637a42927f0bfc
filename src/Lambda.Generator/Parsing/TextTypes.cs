using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Decides how text becomes a value of a type.</summary>
internal static class TextTypes
{
    private static readonly string[] Lists =
    [
        "System.Collections.Generic.List<T>",
        "System.Collections.Generic.IList<T>",
        "System.Collections.Generic.ICollection<T>",
        "System.Collections.Generic.IEnumerable<T>",
        "System.Collections.Generic.IReadOnlyList<T>",
        "System.Collections.Generic.IReadOnlyCollection<T>",
    ];

    /// <summary>Null when text cannot become one.</summary>
    public static TextModel? Of(ITypeSymbol type, bool allowsLists) =>
        One(type, ListKind.No) ?? (allowsLists ? Many(type) : null);

    private static TextModel? Many(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => One(array.ElementType, ListKind.Array),
        INamedTypeSymbol { TypeArguments.Length: 1 } named
            when Lists.Contains(named.OriginalDefinition.ToDisplayString()) =>
            One(named.TypeArguments[0], ListKind.List),
        _ => null,
    };

    private static TextModel? One(ITypeSymbol type, ListKind list)
    {
        if (type.SpecialType == SpecialType.System_String)
            return Model(TextKind.Text, type, type, list);

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var inner = nullable.TypeArguments[0];
            return Kind(inner) switch
            {
                TextKind.Value => Model(TextKind.Optional, inner, type, list),
                TextKind.Member => Model(TextKind.OptionalMember, inner, type, list),
                _ => null,
            };
        }

        return Kind(type) is { } kind ? Model(kind, type, type, list) : null;
    }

    private static TextModel Model(TextKind kind, ITypeSymbol parsed, ITypeSymbol declared, ListKind list) => new(
        kind,
        parsed.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(FunctionParser.TypeFormat),
        declared.ToDisplayString(FunctionParser.TypeFormat),
        list);

    private static TextKind? Kind(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return TextKind.Member;

        var isParsable = type.AllInterfaces.Any(implemented =>
            implemented.OriginalDefinition.ToDisplayString() == "System.IParsable<TSelf>"
            && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type));
        return isParsable ? TextKind.Value : null;
    }
}
