using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Parsing;

/// <summary>Where in an attribute a value stands.</summary>
internal static class ArgumentPlace
{
    /// <summary>The argument of that name; the whole attribute when there is none.</summary>
    /// <param name="constructor">The property that the constructor's first argument sets.</param>
    public static Place? Of(AttributeData attribute, string name, string? constructor = null)
    {
        var found = Arguments(attribute).LastOrDefault(argument => argument.NameEquals?.Name.ToString() == name);
        if (found is not null)
            return Place.Of(found.GetLocation());

        return name == constructor ? Of(attribute, 0, 0) : Place.Of(attribute);
    }

    /// <summary>The constructor's argument of that number, or one element of it when that is written out.</summary>
    public static Place? Of(AttributeData attribute, int number, int element)
    {
        var parameter = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(number)?.Name;
        var given = Arguments(attribute).Where(argument => argument.NameEquals is null).ToArray();
        var found = given.FirstOrDefault(argument => argument.NameColon?.Name.ToString() == parameter)
            ?? given.ElementAtOrDefault(number + element)
            ?? given.ElementAtOrDefault(number);

        return found is null ? Place.Of(attribute) : Place.Of(found.GetLocation());
    }

    private static IEnumerable<AttributeArgumentSyntax> Arguments(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments
        ?? Enumerable.Empty<AttributeArgumentSyntax>();
}
