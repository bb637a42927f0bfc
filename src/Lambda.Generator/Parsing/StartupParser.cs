using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Reads the class that registers services.</summary>
internal static class StartupParser
{
    public static ParsedStartup Parse(INamedTypeSymbol type)
    {
        var configures = SelfAndBases(type)
            .SelectMany(each => each.GetMembers("ConfigureServices"))
            .OfType<IMethodSymbol>()
            .Any(method => !method.IsStatic
                && method.Parameters.Length == 1
                && method.Parameters[0].Type.Is(KnownNames.Services));

        var findings = configures || type.GetMembers("ConfigureHostBuilder").IsEmpty
            ? []
            : new[]
            {
                Finding.Of(
                    Diagnostics.CannotGenerate,
                    Place.Of(type),
                    type.Name,
                    "ConfigureHostBuilder is not offered; write void ConfigureServices(IServiceCollection services)"),
            };

        return new ParsedStartup(
            configures ? new StartupModel(type.ToDisplayString(FunctionParser.TypeFormat)) : null,
            type.Name,
            Place.Of(type),
            new EquatableArray<Finding>(findings));
    }

    private static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol type)
    {
        for (var each = type; each is not null; each = each.BaseType)
            yield return each;
    }
}
