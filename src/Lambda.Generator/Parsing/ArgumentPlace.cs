using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Parsing;

/// <summary>Where in an attribute a value stands.</summary>
internal static class ArgumentPlace
{
    /// <summary>The argument of that name; the whole attribute when there is none.</summary>
    /// <param name="constructor">The properties that the constructor's arguments set, in their order.</param>
    public static Place? Of(AttributeData attribute, string name, params string[] constructor)
    {
        var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments;
        var found = arguments?.LastOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)
            ?? arguments?.Where(argument => argument.NameEquals is null)
                .ElementAtOrDefault(Array.IndexOf(constructor, name));

        return found is null ? Place.Of(attribute) : Place.Of(found.GetLocation());
    }
}
