using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Reads the authorizers that the assembly declares.</summary>
internal static class JwtParser
{
    /// <summary>What SAM understands in place of a name.</summary>
    private static readonly string[] Reserved = ["NONE", "AWS_IAM"];

    /// <summary>A list, or null when none is declared.</summary>
    public static string? Parse(IAssemblySymbol assembly, Action<Finding> report)
    {
        var found = ExtraAttribute.All(assembly, ExtraAttribute.JwtAuthorizer);
        for (var at = 0; at < found.Length; at++)
        {
            if (found.Take(at).Any(other => other.Text(0) == found[at].Text(0)))
                Refuse(found[at], 0, 0, "another one has that name; give it one of its own", report);
        }

        var json = found.Select(authorizer => Parse(authorizer, report)).ToArray();
        return json.Length == 0 ? null : JsonText.Array(json);
    }

    public static string[] Names(IAssemblySymbol assembly) =>
        [.. ExtraAttribute.All(assembly, ExtraAttribute.JwtAuthorizer).Select(authorizer => authorizer.Text(0))];

    /// <summary>An authorizer that is a function stands beside these, so it needs a name of its own.</summary>
    public static void CheckNamesake(IMethodSymbol method, AttributeData function, Action<Finding> report)
    {
        if (method.Find(KnownNames.HttpApiAuthorizer) is null)
            return;

        var name = function.Get<string?>("ResourceName", null) ?? method.Name;
        if (Names(method.ContainingAssembly).Contains(name))
        {
            var reason = $"the function '{method.Name}' is an authorizer of that name; give one of them another";
            report(Finding.Of(Diagnostics.InvalidJwtAuthorizer, Place.Of(method), name, reason));
        }
    }

    private static string Parse(ExtraAttribute authorizer, Action<Finding> report)
    {
        var (name, issuer, audience) = (authorizer.Text(0), authorizer.Text(1), authorizer.Texts(2));
        if (name.Length == 0 || !name.All(IsNameCharacter) || Reserved.Contains(name))
            Refuse(authorizer, 0, 0, "a name has letters, digits, '-' and '_', and is not NONE or AWS_IAM", report);
        if (audience.Length == 0)
        {
            Refuse(
                authorizer, 2, 0, "it accepts nobody's tokens; name the client or audience they are for, such as "
                + "'@SiteClient'", report);
        }

        var header = authorizer.Get<string?>("Header", null);
        if (header is not null && (header.Length == 0 || !header.All(IsNameCharacter)))
        {
            var reason = $"'{header}' is no header; write its name alone, such as 'Authorization'";
            report(Finding.Of(Diagnostics.InvalidJwtAuthorizer, authorizer.PlaceOf("Header"), name, reason));
        }

        return JsonText.Object(
            ("name", JsonText.Quote(name)),
            ("issuer", Issuer(authorizer, issuer, report)),
            ("audience", JsonText.Array(
                audience.Select((each, at) => Value(authorizer, each, 2, at, report)).OfType<string>())),
            ("header", header is null ? null : JsonText.Quote(header)));
    }

    private static string? Issuer(ExtraAttribute authorizer, string issuer, Action<Finding> report)
    {
        var value = Value(authorizer, issuer, 1, 0, report);
        var isText = value?.StartsWith("\"", StringComparison.Ordinal) == true;
        if (isText && !issuer.StartsWith("https://", StringComparison.Ordinal))
            Refuse(authorizer, 1, 0, $"'{issuer}' is no issuer; write its https URL, or '@Name'", report);
        return value;
    }

    private static string? Value(
        ExtraAttribute authorizer, string text, int number, int element, Action<Finding> report)
    {
        if (text.Length > 0 && TemplateText.Value(text) is { } value)
            return value;

        Refuse(
            authorizer, number, element, $"'{text}' is no value; write text, '@Name' or '@Resource.Attribute'", report);
        return null;
    }

    private static void Refuse(
        ExtraAttribute authorizer, int number, int element, string reason, Action<Finding> report) =>
        report(Finding.Of(
            Diagnostics.InvalidJwtAuthorizer, authorizer.PlaceOf(number, element), authorizer.Text(0), reason));

    private static bool IsNameCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
