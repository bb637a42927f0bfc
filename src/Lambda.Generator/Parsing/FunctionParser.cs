using Lambda.Generator.Model;
using Lambda.Generator.Parsing.Extras;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Where symbols end: what is attributed goes in, what can be cached comes out.</summary>
internal static class FunctionParser
{
    private const int LongestHandler = 127;

    /// <summary>How types are written in generated code.</summary>
    public static readonly SymbolDisplayFormat TypeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly string[] Methods = ["ANY", "GET", "POST", "PUT", "PATCH", "HEAD", "DELETE", "OPTIONS"];

    public static ParsedFunction Parse(IMethodSymbol method, AttributeData attribute)
    {
        var findings = new List<Finding>();
        void Report(DiagnosticDescriptor descriptor, Place? place, params string[] arguments) =>
            findings.Add(Finding.Of(descriptor, place, arguments));

        var place = Place.Of(method);
        if (WhyUncallable(method) is { } reason)
            Report(Diagnostics.CannotGenerate, place, method.Name, reason);
        if (HasNamesake(method))
            Report(Diagnostics.TwoOfOneName, place, method.ContainingType.Name, method.Name);

        var serializer = Serializer(method);
        if (serializer is null)
            Report(Diagnostics.NoSerializer, place, method.Name);

        var settings = Settings(attribute);
        if (settings.ResourceName is { } name && (name.Length == 0 || !name.All(IsLetterOrDigit)))
            Report(Diagnostics.ResourceName, Place.Of(attribute), method.Name, name, "use letters and digits only");

        var route = method.Find(KnownNames.HttpApi) is { } http ? Route(http, method, Report) : null;
        var returns = ReturnParser.Parse(method.ReturnType);
        if (returns.Kind == ReturnKind.HttpResult && route is null)
            Report(Diagnostics.HttpResultWithoutApi, place, method.Name);

        var hasOneKind = EventParser.HasOneKind(method, findings.Add);
        Action<Finding> report = hasOneKind ? findings.Add : static _ => { };
        var parameters = new ParameterParser(route?.Template, report).Parse(method);
        var needsServices = parameters.Any(parameter => parameter.Source == ParameterSource.Services)
            || !IsMadeWithoutArguments(method);
        EventModel[] events =
            [.. route is { } served ? [served.Api.Event] : Array.Empty<EventModel>(), .. EventParser.Parse(method, report)];
        var extras = ExtrasParser.Parse(method, attribute, findings.Add);
        var function = new FunctionModel(
            method.ContainingNamespace.ToDisplayString(),
            method.ContainingType.Name,
            method.Name,
            method.IsStatic,
            needsServices,
            serializer ?? "",
            returns,
            route?.Api,
            new EquatableArray<EventModel>(extras.On(events)),
            settings,
            new EquatableArray<ParameterModel>(parameters))
        {
            Extras = extras,
        };

        var assembly = method.ContainingAssembly;
        var handler = $"{assembly.Name}::{function.FullHandlerType}::{method.Name}";
        if (handler.Length > LongestHandler && !settings.IsImage && !ProjectParser.GeneratesMain(assembly))
            Report(Diagnostics.HandlerTooLong, place, handler);

        return new ParsedFunction(
            findings.Count == 0 ? function : null, place, new EquatableArray<Finding>([.. findings]));
    }

    private static string? WhyUncallable(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.ContainingNamespace.IsGlobalNamespace)
            return $"'{type.Name}' is in no namespace; put it into one";
        if (type.ContainingType is not null || type.IsGenericType || method.IsGenericMethod)
            return "function classes are not nested, and neither they nor their methods are generic";
        if (method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal))
            return $"'{method.Name}' is not accessible; make it public";

        return type.IsAbstract && !method.IsStatic ? $"'{type.Name}' is abstract; no instance of it can be made" : null;
    }

    private static bool HasNamesake(IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name)
            .Count(member => member.Find(KnownNames.LambdaFunction) is not null) > 1;

    private static bool IsMadeWithoutArguments(IMethodSymbol method) =>
        method.IsStatic || method.ContainingType.InstanceConstructors.Any(constructor =>
            constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility >= Accessibility.Internal);

    private static string? Serializer(IMethodSymbol method)
    {
        var attribute = method.Find(KnownNames.LambdaSerializer)
            ?? method.ContainingAssembly.Find(KnownNames.LambdaSerializer);
        return attribute?.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type
            ? type.ToDisplayString(TypeFormat)
            : null;
    }

    private static FunctionSettings Settings(AttributeData attribute) => new(
        attribute.Get<string?>("ResourceName", null),
        attribute.Get("Timeout", 0u),
        attribute.Get("MemorySize", 0u),
        attribute.Get<string?>("Role", null),
        attribute.Get<string?>("Policies", null),
        attribute.Get("PackageType", 0) == 1);

    private static (ApiModel Api, RouteTemplate Template)? Route(
        AttributeData attribute, IMethodSymbol method, Action<DiagnosticDescriptor, Place?, string[]> report)
    {
        var path = attribute.ConstructorArguments.ElementAtOrDefault(1).Value as string ?? "";
        var verb = attribute.ConstructorArguments.ElementAtOrDefault(0).Value is int number ? number : 0;
        var template = RouteTemplate.Parse(path);
        var place = Place.Of(attribute);

        if (template.Mistake is { } mistake)
            report(Diagnostics.CannotGenerate, place, [method.Name, mistake]);
        if (attribute.Get("Version", 1) != 1)
            report(Diagnostics.CannotGenerate, place, [method.Name, "payload 1.0 is not offered; leave Version out"]);
        if (attribute.Get<string?>("Authorizer", null) is { } authorizer)
            report(Diagnostics.UnknownAuthorizer, place, [authorizer]);

        return (new ApiModel(Methods.ElementAtOrDefault(verb) ?? Methods[0], path), template);
    }

    private static bool IsLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
