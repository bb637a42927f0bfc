using Lambda.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>Turns C# types into JSON Schema, as the serializer writes their values.</summary>
/// <param name="refer">Is told each type that is described on its own and referred to.</param>
internal sealed class SchemaParser(JsonRules rules, Action<INamedTypeSymbol> refer)
{
    public const string Reference = "#/components/schemas/";

    private const string Json = "System.Text.Json.Serialization";

    /// <summary>A type, null not among its values unless it is nullable itself.</summary>
    public JsonMembers Of(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated
        ? AllowNull(OfValue(type))
        : OfValue(type);

    /// <summary>A type whose values are not null.</summary>
    public JsonMembers OfValue(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return OfValue(nullable.TypeArguments[0]);
        if (type.TypeKind == TypeKind.Enum)
            return OfEnum(type, rules.EnumsAreText || IsTextEnum(type));
        if (SimpleTypes.Of(type) is { } simple)
            return simple;
        if (type is IArrayTypeSymbol array)
            return OfItems(array.ElementType);
        if (type is not INamedTypeSymbol named || IsAnything(named))
            return new JsonMembers();

        var map = Implemented(named, "System.Collections.Generic.IDictionary<TKey, TValue>")
            ?? Implemented(named, "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>");
        if (map is not null)
            return SimpleTypes.Schema("object").Set("additionalProperties", Of(map.TypeArguments[1]).ToString());
        if (Implemented(named, "System.Collections.Generic.IEnumerable<T>") is { } list)
            return OfItems(list.TypeArguments[0]);

        refer(named);
        return new JsonMembers().SetText("$ref", Reference + SchemaName.Full(named));
    }

    /// <summary>An enum; numbers have no names, so these are told in words.</summary>
    public static JsonMembers OfEnum(ITypeSymbol type, bool asText)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToArray();
        var isFlags = type.Find("System.FlagsAttribute") is not null;
        if (asText)
            return isFlags ? SimpleTypes.Schema("string") : SimpleTypes.Names(members.Select(NameOf));

        var words = string.Join(", ", members.Select(member => $"{member.ConstantValue} {member.Name}"));
        var numbers = JsonText.Array(members.Select(member => $"{member.ConstantValue}").Distinct());
        return SimpleTypes.Schema("integer").Set("enum", isFlags ? null : numbers).SetText("description", words);
    }

    /// <summary>The same schema with null among its values.</summary>
    public static JsonMembers AllowNull(JsonMembers schema)
    {
        if (schema["$ref"] is not null)
            return new JsonMembers().Set("anyOf", JsonText.Array([schema.ToString(), """{"type":"null"}"""]));
        if (schema["type"] is { } type && type[0] == '"')
            schema.Set("type", JsonText.Array([type, "\"null\""]));
        if (schema["enum"] is { } values)
            schema.Set("enum", $"{values.Substring(0, values.Length - 1)},null]");
        return schema;
    }

    public static bool IsTextEnum(ISymbol symbol) =>
        symbol.Find($"{Json}.JsonConverterAttribute")?.ConstructorArguments.FirstOrDefault().Value
            is ITypeSymbol { Name: "JsonStringEnumConverter" };

    // Bytes are numbers to Lambda's serializers.
    private JsonMembers OfItems(ITypeSymbol item) =>
        SimpleTypes.Schema("array").Set("items", Of(item).ToString());

    private static string NameOf(IFieldSymbol member) =>
        member.Find($"{Json}.JsonStringEnumMemberNameAttribute")?.ConstructorArguments[0].Value as string
        ?? member.Name;

    private static bool IsAnything(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object
        || type.ContainingNamespace.ToDisplayString() is "System.Text.Json" or "System.Text.Json.Nodes"
        || type.Find($"{Json}.JsonConverterAttribute") is not null;

    private static INamedTypeSymbol? Implemented(INamedTypeSymbol type, string definition) =>
        type.AllInterfaces.Prepend(type)
            .FirstOrDefault(each => each.OriginalDefinition.ToDisplayString() == definition);
}
