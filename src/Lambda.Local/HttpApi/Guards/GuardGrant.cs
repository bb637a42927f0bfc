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

        foreach (var member in context.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String)
                json.WriteString(member.Name, member.Value.GetString());
            else if (member.Value.ValueKind is not JsonValueKind.Null)
                json.WriteString(member.Name, member.Value.GetRawText());
        }
    }
}
