using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Lambda.Local;
using Lambda.Template;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Tests.Packages;

/// <summary>What others may build on, written down: it changes on purpose, or not at all.</summary>
public sealed class PublicApiTests
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Fact]
    public void The_core_offers_this() => Snapshot.Matches(Describe(typeof(ILambdaContext)));

    [Fact]
    public void The_runtime_offers_this() => Snapshot.Matches(Describe(typeof(LambdaBootstrap)));

    [Fact]
    public void The_template_offers_this() => Snapshot.Matches(Describe(typeof(TemplateFile)));

    [Fact]
    public void The_local_cloud_offers_this() => Snapshot.Matches(Describe(typeof(LocalCloud)));

    private static string Describe(Type any)
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var reference = MetadataReference.CreateFromFile(any.Assembly.Location);
        var compilation = CSharpCompilation.Create("Reader", references: [.. trusted, reference]);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;

        var lines = PublicSymbols.Types(assembly.GlobalNamespace)
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Prepend(Head(type)));
        return string.Join('\n', lines) + "\n";
    }

    private static string Head(INamedTypeSymbol type)
    {
        var bases = type.Interfaces.Prepend(type.BaseType).OfType<INamedTypeSymbol>()
            .Where(symbol => symbol.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
            .Select(symbol => symbol.ToDisplayString())
            .ToArray();
        var kind = type.TypeKind.ToString().ToLowerInvariant();
        return $"\n{kind} {type.ToDisplayString()}{(bases is [] ? "" : $" : {string.Join(", ", bases)}")}";
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.DeclaredAccessibility is
            Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        .Where(member => member is IFieldSymbol or IPropertySymbol or IEventSymbol
            or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.Conversion })
        .Where(member => type.TypeKind is not (TypeKind.Delegate or TypeKind.Enum) || member is IFieldSymbol)
        .Where(member => !type.IsRecord || !member.IsImplicitlyDeclared)
        .Select(member => $"  {member.ToDisplayString(Format)}");
}
