using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Reads the class that registers services, its bases included.</summary>
internal static class StartupParser
{
    private const string Collection = "ConfigureServices";
    private const string Host = "ConfigureHostBuilder";

    public static ParsedStartup Parse(INamedTypeSymbol type)
    {
        var collection = Method(type, Collection, method =>
            method.Parameters.Length == 1 && method.Parameters[0].Type.Is(KnownNames.Services));
        var host = Method(type, Host, method =>
            method.Parameters.IsEmpty && HasProperty(method.ReturnType, "Services", KnownNames.Services));

        var findings = new List<Finding>();
        if (collection is not null && host is not null)
            findings.Add(Finding.Of(Diagnostics.TwoWaysToConfigure, Place.Of(type), type.Name));
        if (collection is null && host is null && SelfAndBases(type).Any(IsMeantToConfigure))
            Refuse("its method is neither void ConfigureServices(IServiceCollection) nor "
                + "HostApplicationBuilder ConfigureHostBuilder()");

        // The host is more than a collection, so it is the one to keep when there are both.
        var chosen = host ?? collection;
        if (chosen is { IsStatic: false } && !IsMadeWithoutArguments(type))
            Refuse("no instance of it can be made; give it a public constructor without parameters");

        return new ParsedStartup(
            chosen is null ? null : new StartupModel(Call(type, chosen), host is not null),
            type.Name,
            Place.Of(type),
            new EquatableArray<Finding>([.. findings]));

        void Refuse(string reason) =>
            findings.Add(Finding.Of(Diagnostics.CannotGenerate, Place.Of(type), type.Name, reason));
    }

    private static string Call(INamedTypeSymbol type, IMethodSymbol method)
    {
        var name = type.ToDisplayString(FunctionParser.TypeFormat);
        return method.IsStatic ? name : $"new {name}()";
    }

    private static IMethodSymbol? Method(INamedTypeSymbol type, string name, Func<IMethodSymbol, bool> fits) =>
        SelfAndBases(type)
            .SelectMany(each => each.GetMembers(name))
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.DeclaredAccessibility >= Accessibility.Internal && fits(method));

    private static bool IsMeantToConfigure(INamedTypeSymbol type) =>
        !type.GetMembers(Collection).IsEmpty || !type.GetMembers(Host).IsEmpty;

    private static bool HasProperty(ITypeSymbol type, string name, string propertyType) =>
        SelfAndBases(type).Concat(type.AllInterfaces).Any(each =>
            each.GetMembers(name).OfType<IPropertySymbol>().Any(property => property.Type.Is(propertyType)));

    private static bool IsMadeWithoutArguments(INamedTypeSymbol type) =>
        !type.IsAbstract && type.InstanceConstructors.Any(constructor =>
            constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility >= Accessibility.Internal);

    private static IEnumerable<INamedTypeSymbol> SelfAndBases(ITypeSymbol type)
    {
        for (var each = type as INamedTypeSymbol; each is not null; each = each.BaseType)
            yield return each;
    }
}
