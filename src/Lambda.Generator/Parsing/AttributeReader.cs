using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Reads attributes: which are there, and what they say.</summary>
internal static class AttributeReader
{
    /// <summary>For full names; <c>global::</c> in front is left to the emitters.</summary>
    private static readonly SymbolDisplayFormat FullName =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static AttributeData? Find(this ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass.Is(attribute));

    /// <summary>Whether it is the type of that full name, whatever its nullability.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName) =>
        type is not null && type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(FullName) == fullName;

    /// <summary>A named argument's text; null when there is none, as Amazon's packages take the empty one.</summary>
    public static string? Text(this AttributeData attribute, string name) =>
        attribute.Get<string?>(name, null) is { Length: > 0 } text ? text : null;

    /// <summary>What a named argument was set to, or <paramref name="unset"/>.</summary>
    public static T Get<T>(this AttributeData attribute, string name, T unset)
    {
        var argument = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name);
        return argument.Key is not null && argument.Value.Value is T value ? value : unset;
    }

    /// <summary>What a named list was set to; empty when it was not.</summary>
    public static IEnumerable<T> GetMany<T>(this AttributeData attribute, string name)
    {
        var argument = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name);
        return argument.Key is not null && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(item => item.Value).OfType<T>()
            : [];
    }
}
