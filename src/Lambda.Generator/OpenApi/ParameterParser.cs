using System.Globalization;
using System.Xml.Linq;
using Lambda.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>Describes what a route takes from its path, its query and its headers.</summary>
internal sealed class ParameterParser(string[] variables, DocComment comment)
{
    // OpenAPI says these three in other places.
    private static readonly string[] NotHeaders = ["accept", "content-type", "authorization"];

    /// <summary>A JSON array, or null for none.</summary>
    public string? Describe(IMethodSymbol method)
    {
        var described = method.Parameters.Select(Describe).OfType<string>()
            .Concat(comment.All("header").Select(Header).OfType<string>())
            .ToArray();
        return described.Length == 0 ? null : JsonText.Array(described);
    }

    /// <summary>Whether the argument is a piece of the request.</summary>
    public bool IsBound(IParameterSymbol parameter) => Place(parameter) is not null;

    /// <summary>Whether a piece of the request can turn out not to be one.</summary>
    public bool IsParsed(IParameterSymbol parameter) =>
        IsBound(parameter) && One(parameter.Type).SpecialType != SpecialType.System_String;

    private string? Describe(IParameterSymbol parameter)
    {
        if (Place(parameter) is not (var place, var name)
            || (place == "header" && NotHeaders.Contains(name.ToLowerInvariant())))
            return null;

        var words = comment.Parameter(parameter.Name);
        var schema = Schema(parameter.Type);
        if (parameter.HasExplicitDefaultValue)
            schema.Set("default", Default(parameter.ExplicitDefaultValue, parameter.Type));
        Keywords.Apply(schema, words);

        return new JsonMembers()
            .SetText("name", name)
            .SetText("in", place)
            .SetText("description", DocText.Markdown(words))
            .Set("required", place == "path" || Keywords.IsRequired(words) == true ? "true" : null)
            .Set("schema", schema.ToString())
            .ToString();
    }

    private static string? Header(XElement header)
    {
        if ((string?)header.Attribute("name") is not { } name)
            return null;

        var described = new JsonMembers().SetText("name", name).SetText("in", "header");
        var said = AnswerParser.Header(header);
        foreach (var member in new[] { "description", "required", "schema" })
            described.Set(member, said[member]);
        return described.ToString();
    }

    private (string Place, string Name)? Place(IParameterSymbol parameter)
    {
        if (parameter.Find(KnownNames.FromQuery) is { } query)
            return ("query", Name(query));
        if (parameter.Find(KnownNames.FromHeader) is { } header)
            return ("header", Name(header));
        if (parameter.Find(KnownNames.FromRoute) is { } route)
            return ("path", Name(route));
        if (parameter.Find(KnownNames.FromBody) is not null || parameter.Find(KnownNames.FromServices) is not null)
            return null;

        return variables.Contains(parameter.Name) ? ("path", parameter.Name) : null;

        string Name(AttributeData attribute) => attribute.Get<string?>("Name", null) ?? parameter.Name;
    }

    private static JsonMembers Schema(ITypeSymbol type)
    {
        var one = One(type);
        var schema = one.TypeKind == TypeKind.Enum
            ? SchemaParser.OfEnum(one, asText: true)
            : SimpleTypes.Of(one) ?? SimpleTypes.Schema("string");
        return SymbolEqualityComparer.Default.Equals(Value(type), one)
            ? schema
            : SimpleTypes.Schema("array").Set("items", schema.ToString());
    }

    // The type of one value, of many or of none.
    private static ITypeSymbol One(ITypeSymbol type) => Value(type) switch
    {
        IArrayTypeSymbol array => Value(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } list => Value(list.TypeArguments[0]),
        var value => value,
    };

    private static ITypeSymbol Value(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static string? Default(object? value, ITypeSymbol type) => value switch
    {
        null => null,
        _ when One(type).TypeKind == TypeKind.Enum => null,
        bool flag => flag ? "true" : "false",
        string or char => JsonText.Quote(value.ToString()),
        double.NaN or double.PositiveInfinity or double.NegativeInfinity => null,
        float.NaN or float.PositiveInfinity or float.NegativeInfinity => null,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
