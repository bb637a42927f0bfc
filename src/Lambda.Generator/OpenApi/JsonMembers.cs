namespace Lambda.Generator.OpenApi;

/// <summary>A JSON object in the making: members keep their places, and setting one again replaces its value.</summary>
internal sealed class JsonMembers
{
    private readonly List<(string Name, string Json)> _members = [];

    public bool IsEmpty => _members.Count == 0;

    /// <summary>A member's value as JSON; null when there is none.</summary>
    public string? this[string name] => _members.FirstOrDefault(member => member.Name == name).Json;

    /// <summary>Null leaves things as they are.</summary>
    public JsonMembers Set(string name, string? json)
    {
        if (json is null)
            return this;

        var at = _members.FindIndex(member => member.Name == name);
        if (at < 0)
            _members.Add((name, json));
        else
            _members[at] = (name, json);
        return this;
    }

    public JsonMembers SetText(string name, string? text) =>
        string.IsNullOrEmpty(text) ? this : Set(name, JsonText.Quote(text!));

    public override string ToString() => JsonText.Object([.. _members]);
}
