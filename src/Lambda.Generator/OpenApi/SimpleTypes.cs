using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>Types whose values are one piece of text, a number or a flag.</summary>
internal static class SimpleTypes
{
    /// <summary>Null for all other types.</summary>
    public static JsonMembers? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => Schema("string"),
        SpecialType.System_Char => Schema("string").Set("minLength", "1").Set("maxLength", "1"),
        SpecialType.System_Boolean => Schema("boolean"),
        SpecialType.System_Byte => Schema("integer").Set("minimum", "0").Set("maximum", "255"),
        SpecialType.System_SByte => Schema("integer").Set("minimum", "-128").Set("maximum", "127"),
        SpecialType.System_Int16 or SpecialType.System_UInt16 => Schema("integer"),
        SpecialType.System_Int32 => Schema("integer", "int32"),
        SpecialType.System_Int64 => Schema("integer", "int64"),
        SpecialType.System_UInt32 or SpecialType.System_UInt64 => Schema("integer").Set("minimum", "0"),
        SpecialType.System_Single => Schema("number", "float"),
        SpecialType.System_Double => Schema("number", "double"),
        SpecialType.System_Decimal => Schema("number"),
        SpecialType.System_DateTime => Schema("string", "date-time"),
        _ => ByName(type),
    };

    /// <summary>An enum by its members' names.</summary>
    public static JsonMembers Names(IEnumerable<string> names) =>
        Schema("string").Set("enum", JsonText.Array(names.Select(JsonText.Quote)));

    public static JsonMembers Schema(string type, string? format = null) =>
        new JsonMembers().SetText("type", type).SetText("format", format);

    private static JsonMembers? ByName(ITypeSymbol type) => type.ToDisplayString() switch
    {
        "System.Guid" => Schema("string", "uuid"),
        "System.DateTimeOffset" => Schema("string", "date-time"),
        "System.DateOnly" => Schema("string", "date"),
        "System.TimeOnly" or "System.TimeSpan" or "System.Version" => Schema("string"),
        "System.Uri" or "System.Uri?" => Schema("string", "uri-reference"),
        "System.Half" => Schema("number"),
        "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" => Schema("integer"),
        _ => null,
    };
}
