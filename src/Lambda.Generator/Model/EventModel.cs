namespace Lambda.Generator.Model;

/// <summary>What invokes a function: one SAM event, as the template will say it.</summary>
/// <param name="Name">Its key among the function's events.</param>
/// <param name="Type">Its SAM type, such as <c>HttpApi</c>.</param>
internal sealed record EventModel(string Name, string Type, EquatableArray<EventPropertyModel> Properties);

/// <summary>One value of an event.</summary>
/// <param name="Path">Where it stands, with dots between the names.</param>
/// <param name="Json">What stands there, as JSON.</param>
internal sealed record EventPropertyModel(string Path, string Json)
{
    public static EventPropertyModel Of(string path, string text) => new(path, JsonText.Quote(text));
}
