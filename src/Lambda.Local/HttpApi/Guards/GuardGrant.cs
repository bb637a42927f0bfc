using System.Text.Json;

namespace Lambda.Local.HttpApi.Guards;

/// <summary>What a Lambda authorizer says of the caller it let in.</summary>
/// <param name="Principal">Null where it answered without a policy.</param>
/// <param name="Context">An object; null where it said nothing.</param>
internal sealed record GuardGrant(string? Principal, JsonElement? Context)
{
    /// <summary>The context as it is.</summary>
    public void WriteContext(Utf8JsonWriter json)
    {
        if (Context is { } context)
            context.WriteTo(json);
        else
            json.WriteNullValue();
    }

    /// <summary>Principal and context as members that are all text, as the older events have them.</summary>
    public void WriteTexts(Utf8JsonWriter json)
    {
        if (Principal is not null)
            json.WriteString("principalId"u8, Principal);
        if (Context is not { } context)
            return;

        foreach (var member in context.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
            json.WriteString(member.Name, member.Value.ToString() is var text && IsFlag(member) ? Lower(text) : text);
    }

    private static bool IsFlag(JsonProperty member) => member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    // .NET prints True.
    private static string Lower(string flag) => flag is "True" ? "true" : "false";
}
