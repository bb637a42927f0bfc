using System.Xml.Linq;
using Lambda.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>Describes one class, record or struct by its public properties.</summary>
internal sealed class ObjectParser(JsonRules rules, SchemaParser schemas, CancellationToken ct)
{
    private const string Json = "System.Text.Json.Serialization";
    private const int Never = 0;
    private const int Always = 1;

    public string Parse(INamedTypeSymbol type, SchemaUse use)
    {
        var comment = DocComment.Of(type, ct);
        var properties = new JsonMembers();
        var required = new List<string>();
        var isOpen = false;

        foreach (var property in Properties(type, use))
        {
            if (property.Find($"{Json}.JsonExtensionDataAttribute") is not null)
            {
                isOpen = true;
                continue;
            }

            var said = comment.Parameter(property.Name);
            var own = DocComment.Of(property, ct);
            var name = NameOf(property);
            properties.Set(name, Property(property, use, said ?? own.Value, Words(said, own)).ToString());
            if (IsRequired(property, use, said ?? own.Value))
                required.Add(JsonText.Quote(name));
        }

        return SimpleTypes.Schema("object")
            .SetText("description", comment.Text)
            .Set("required", required.Count == 0 ? null : JsonText.Array(required))
            .Set("properties", properties.IsEmpty ? null : properties.ToString())
            .Set("additionalProperties", !isOpen && RefusesUnknown(type, use) ? "false" : null)
            .ToString();
    }

    private JsonMembers Property(IPropertySymbol property, SchemaUse use, XElement? keywords, string words)
    {
        var isTextEnum = SchemaParser.IsTextEnum(property);
        var hasConverter = property.Find($"{Json}.JsonConverterAttribute") is not null && !isTextEnum;
        var schema = hasConverter ? new JsonMembers()
            : isTextEnum ? SchemaParser.OfEnum(Underlying(property.Type), asText: true)
            : schemas.OfValue(property.Type);

        Keywords.Apply(schema, keywords);
        if (AllowsNull(property, use, keywords))
            schema = SchemaParser.AllowNull(schema);

        schema.SetText("description", words.Length > 0 ? words : null);
        return property.Find("System.ObsoleteAttribute") is null ? schema : schema.Set("deprecated", "true");
    }

    private static string Words(XElement? parameter, DocComment own) =>
        DocText.Markdown(parameter) is { Length: > 0 } said ? said : own.Text;

    // A name is hidden by the same name in a derived class; what only has a getter cannot be sent, unless a
    // constructor takes it.
    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type, SchemaUse use)
    {
        var seen = new HashSet<string>();
        for (var each = type; each is { SpecialType: SpecialType.None }; each = each.BaseType)
        {
            foreach (var property in each.GetMembers().OfType<IPropertySymbol>())
            {
                var isMember = property is
                {
                    IsStatic: false,
                    IsIndexer: false,
                    DeclaredAccessibility: Accessibility.Public,
                    GetMethod.DeclaredAccessibility: Accessibility.Public,
                };
                if (!isMember || Ignored(property) == Always || !seen.Add(property.Name))
                    continue;
                if (use != SchemaUse.Request || property.SetMethod is not null || IsTakenByConstructor(type, property))
                    yield return property;
            }
        }
    }

    private static bool IsTakenByConstructor(INamedTypeSymbol type, IPropertySymbol property) =>
        type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    // An answer has every member but the nulls that are left out; a request needs what the reader insists on.
    private bool IsRequired(IPropertySymbol property, SchemaUse use, XElement? keywords)
    {
        if (Keywords.IsRequired(keywords) is { } said)
            return said;

        var mustBeSent = property.IsRequired || property.Find($"{Json}.JsonRequiredAttribute") is not null;
        return (!use.HasFlag(SchemaUse.Answer) || !IsLeftOut(property))
            && (!use.HasFlag(SchemaUse.Request) || mustBeSent);
    }

    private bool AllowsNull(IPropertySymbol property, SchemaUse use, XElement? keywords) =>
        MayBeNull(property)
        && ((use.HasFlag(SchemaUse.Answer) && !IsLeftOut(property))
            || (use.HasFlag(SchemaUse.Request) && Keywords.IsRequired(keywords) != true));

    private bool IsLeftOut(IPropertySymbol property) => Ignored(property) switch
    {
        null => rules.OmitsNull && MayBeNull(property),
        Never => false,
        3 => MayBeNull(property),
        _ => true,
    };

    private static bool MayBeNull(IPropertySymbol property) =>
        property.NullableAnnotation == NullableAnnotation.Annotated
        || property is { NullableAnnotation: NullableAnnotation.None, Type.IsReferenceType: true };

    private static int? Ignored(IPropertySymbol property) =>
        property.Find($"{Json}.JsonIgnoreAttribute")?.Get("Condition", Always);

    private bool RefusesUnknown(INamedTypeSymbol type, SchemaUse use) =>
        use == SchemaUse.Request
        && (type.Find($"{Json}.JsonUnmappedMemberHandlingAttribute")?.ConstructorArguments[0].Value is int handling
            ? handling == 1
            : rules.RefusesUnknown);

    private string NameOf(IPropertySymbol property) =>
        property.Find($"{Json}.JsonPropertyNameAttribute")?.ConstructorArguments[0].Value as string
        ?? JsonNames.Of(property.Name, rules.Naming);

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
}
