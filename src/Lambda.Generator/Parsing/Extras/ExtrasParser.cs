using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Reads the attributes of our own, which say what one would else write into the template by hand.</summary>
internal static class ExtrasParser
{
    /// <summary>Full names; each makes sense on a function alone.</summary>
    public static readonly string[] OfFunctions =
        [ExtraAttribute.AuthorizedBy, ExtraAttribute.EnvironmentVariable, ExtraAttribute.PolicyStatement];

    public static FunctionExtras Parse(IMethodSymbol method, AttributeData function, Action<Finding> report)
    {
        JwtParser.CheckNamesake(method, function, report);
        var extras = new FunctionExtras(
            new EquatableArray<EventPropertyModel>(AuthorizedByParser.Parse(method, report)),
            EnvironmentParser.Parse(method, report),
            StatementParser.Parse(method, function, report));
        return extras == FunctionExtras.None ? FunctionExtras.None : extras;
    }

    public static ProjectExtras Parse(IAssemblySymbol assembly, Action<Finding> report) =>
        new(JwtParser.Parse(assembly, report), CorsParser.Parse(assembly, report));

    /// <summary>What there is to say of a method that has one of these and is no function.</summary>
    public static Finding? OfStray(IMethodSymbol method)
    {
        var stray = OfFunctions.Select(method.Find).FirstOrDefault(attribute => attribute is not null);
        if (stray is null)
            return null;

        var name = stray.AttributeClass!.Name;
        var written = $"[{name.Substring(0, name.Length - "Attribute".Length)}]";
        return Finding.Of(Diagnostics.ExtraWithoutFunction, Place.Of(stray), method.Name, written);
    }
}
