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

    /// <summary>How types and namespaces are written where they are looked up by name.</summary>
    private static readonly SymbolDisplayFormat PlainName =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static ParsedFunction Parse(IMethodSymbol method)
    {
        var attribute = method.Find(KnownNames.LambdaFunction)!;
        var place = Place.Of(method);
        var settings = Settings(attribute);
        var serializer = Serializer(method);
        List<Finding> findings =
            [.. MethodFindings(method, serializer), .. SettingFindings(attribute, settings, method)];

        var source = new HttpParser(method, findings.Add).Parse(settings.ResourceName);
        var returns = ReturnParser.Parse(method.ReturnType, source.Payload);
        findings.AddRange(ReturnFindings(method, returns, source));

        var hasOneKind = EventParser.HasOneKind(method, findings.Add);
        Action<Finding> report = hasOneKind ? findings.Add : static _ => { };
        var parameters = new ParameterParser(source, report).Parse(method);
        var needsServices = parameters.Any(parameter => parameter.Source == ParameterSource.Services)
            || !IsMadeWithoutArguments(method);
        var others = EventParser.Parse(method, report);
        EventModel[] events = source.Api?.Event is { } served ? [served, .. others] : others;
        var extras = ExtrasParser.Parse(method, attribute, findings.Add);
        var function = new FunctionModel(
            method.ContainingNamespace.ToDisplayString(PlainName),
            method.ContainingType.Name,
            method.Name,
            method.IsStatic,
            needsServices,
            serializer ?? "",
            returns,
            source.Api,
            source.Authorizer,
            new EquatableArray<EventModel>(extras.On(events)),
            settings,
            new EquatableArray<ParameterModel>(parameters))
        {
            Extras = extras,
        };

        var assembly = method.ContainingAssembly;
        var handler = $"{assembly.Name}::{function.FullHandlerType}::{method.Name}";
        if (handler.Length > LongestHandler && !settings.IsImage && !ProjectParser.GeneratesMain(assembly))
            findings.Add(Finding.Of(Diagnostics.HandlerTooLong, place, handler));

        return new ParsedFunction(
            findings.Exists(found => found.Descriptor.DefaultSeverity == DiagnosticSeverity.Error) ? null : function,
            place,
            source.Authorizer,
            source.Guard,
            new EquatableArray<Finding>([.. findings]));
    }

    private static IEnumerable<Finding> MethodFindings(IMethodSymbol method, string? serializer)
    {
        var place = Place.Of(method);
        if (WhyUncallable(method) is { } reason)
            yield return Finding.Of(Diagnostics.CannotGenerate, place, method.Name, reason);
        if (HasNamesake(method))
            yield return Finding.Of(Diagnostics.TwoOfOneName, place, method.ContainingType.Name, method.Name);
        if (serializer is null)
            yield return Finding.Of(Diagnostics.NoSerializer, place, method.Name);
    }

    private static IEnumerable<Finding> SettingFindings(
        AttributeData attribute, FunctionSettings settings, IMethodSymbol method)
    {
        if (settings.ResourceName is not { } name || (name.Length > 0 && name.All(IsLetterOrDigit)))
            yield break;

        yield return Finding.Of(
            Diagnostics.ResourceName, Place.Of(attribute), method.Name, name, "use letters and digits only");
    }

    private static string? WhyUncallable(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.ContainingNamespace.IsGlobalNamespace)
            return $"'{type.Name}' is in no namespace; put it into one";
        if (type.ContainingType is not null || type.IsGenericType || method.IsGenericMethod)
            return "function classes are not nested, and neither they nor their methods are generic";
        if (method.DeclaredAccessibility < Accessibility.Internal)
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
        attribute.Text("Role"),
        attribute.Text("Policies"),
        attribute.Get("PackageType", 0) == 1);

    private static IEnumerable<Finding> ReturnFindings(IMethodSymbol method, ReturnModel returns, HttpSource source)
    {
        if (returns.Kind == ReturnKind.HttpResult && source.Api is null)
            yield return Finding.Of(Diagnostics.HttpResultWithoutApi, Place.Of(method), method.Name);
        if (returns.Kind == ReturnKind.AuthorizerResult && source.Authorizer is null)
            yield return Finding.Of(Diagnostics.AuthorizerResultElsewhere, Place.Of(method), method.Name);
        if (returns.Kind == ReturnKind.Nothing && source.Authorizer is not null)
        {
            yield return Finding.Of(
                Diagnostics.CannotGenerate,
                Place.Of(method),
                method.Name,
                "an authorizer has to answer; return an IAuthorizerResult");
        }
    }

    private static bool IsLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
