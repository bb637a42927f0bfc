using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>What a type is called among the components: letters, digits, <c>. _ -</c> and nothing else.</summary>
internal static class SchemaName
{
    /// <summary>With its namespace: no other type of the project has it.</summary>
    public static string Full(INamedTypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } space
        ? $"{Allowed(space.ToDisplayString())}.{Short(type)}"
        : Short(type);

    /// <summary><c>PageOfPhoto</c> for <c>Page&lt;Photo&gt;</c>, <c>Outer.Inner</c> for a nested type.</summary>
    public static string Short(INamedTypeSymbol type)
    {
        var outer = type.ContainingType is { } containing ? $"{Short(containing)}." : "";
        var of = type.TypeArguments.Select(argument =>
            argument is INamedTypeSymbol named ? Short(named) : Allowed(argument.Name));
        return outer + Allowed(type.Name) + (type.TypeArguments.IsEmpty ? "" : $"Of{string.Join("And", of)}");
    }

    private static string Allowed(string name) => new([.. name.Select(character =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' ? character : '_')]);
}
