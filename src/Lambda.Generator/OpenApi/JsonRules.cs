using Lambda.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>How the project's serializer writes types.</summary>
/// <remarks>
/// Lambda's serializers have options of their own: names as declared, no nulls, enums as numbers, bytes as numbers. A
/// class derived from <c>SourceGeneratorLambdaJsonSerializer&lt;TContext&gt;</c> is there to change them; what it
/// passes cannot be read from outside, so its context's <c>[JsonSourceGenerationOptions]</c> is taken for it.
/// </remarks>
internal sealed record JsonRules(JsonNaming Naming, bool OmitsNull, bool EnumsAreText, bool RefusesUnknown)
{
    private const string Options = "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute";
    private const string Json = "Amazon.Lambda.Serialization.SystemTextJson";

    private static readonly JsonRules Lambda = new(JsonNaming.AsDeclared, true, false, false);

    public static JsonRules Of(IAssemblySymbol assembly)
    {
        var declared = assembly.Find(KnownNames.LambdaSerializer)?.ConstructorArguments.FirstOrDefault().Value;
        for (var type = declared as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (type.Is($"{Json}.CamelCaseLambdaJsonSerializer"))
                return Lambda with { Naming = JsonNaming.CamelCase };
            if (type.BaseType is { Name: "SourceGeneratorLambdaJsonSerializer", TypeArguments.Length: 1 } source)
                return source.TypeArguments[0].Find(Options) is { } options ? Read(options) : Lambda;
        }

        return Lambda;
    }

    private static JsonRules Read(AttributeData options) => new(
        (JsonNaming)options.Get("PropertyNamingPolicy", 0),
        !options.NamedArguments.Any(set => set.Key == "DefaultIgnoreCondition" && set.Value.Value is 0),
        options.Get("UseStringEnumConverter", false),
        options.Get("UnmappedMemberHandling", 0) == 1);
}
