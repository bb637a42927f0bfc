using System.Text;

namespace Lambda.Generator.OpenApi;

/// <summary>How members are named in JSON; the numbers are those of <c>JsonKnownNamingPolicy</c>.</summary>
internal enum JsonNaming
{
    AsDeclared,
    CamelCase,
    SnakeCaseLower,
    SnakeCaseUpper,
    KebabCaseLower,
    KebabCaseUpper,
}

/// <summary>Writes names as System.Text.Json does.</summary>
internal static class JsonNames
{
    public static string Of(string name, JsonNaming naming) => naming switch
    {
        JsonNaming.CamelCase => Camel(name),
        JsonNaming.SnakeCaseLower => Words(name, '_').ToLowerInvariant(),
        JsonNaming.SnakeCaseUpper => Words(name, '_').ToUpperInvariant(),
        JsonNaming.KebabCaseLower => Words(name, '-').ToLowerInvariant(),
        JsonNaming.KebabCaseUpper => Words(name, '-').ToUpperInvariant(),
        _ => name,
    };

    // Capitals at the start are lowered up to the one that begins the next word: "URLText" is "urlText".
    private static string Camel(string name)
    {
        var characters = name.ToCharArray();
        for (var at = 0; at < characters.Length && char.IsUpper(characters[at]); at++)
        {
            if (at > 0 && at + 1 < characters.Length && !char.IsUpper(characters[at + 1]))
                break;
            characters[at] = char.ToLowerInvariant(characters[at]);
        }

        return new string(characters);
    }

    private static string Words(string name, char separator)
    {
        var words = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var begins = at > 0 && char.IsUpper(name[at])
                && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
            if (begins && name[at - 1] != '_')
                words.Append(separator);
            words.Append(name[at]);
        }

        return words.ToString();
    }
}
