namespace Lambda.Generator.Model;

/// <summary>What attributes of our own say of one function, as the manifest says it.</summary>
/// <param name="Auth">What its route's event says of its guard.</param>
/// <param name="Environment">An object of names and values; null for none.</param>
/// <param name="Statements">A list of policy statements; null for none.</param>
internal sealed record FunctionExtras(
    EquatableArray<EventPropertyModel> Auth, string? Environment, string? Statements)
{
    public static readonly FunctionExtras None = new(default, null, null);

    /// <summary>The events, of which the route's is guarded.</summary>
    public EventModel[] On(EventModel[] events) => Auth.Count == 0 ? events :
    [
        .. events.Select(found => found.Type != "HttpApi"
            ? found
            : found with { Properties = new EquatableArray<EventPropertyModel>([.. found.Properties, .. Auth]) }),
    ];
}

/// <summary>What attributes of our own say of the HTTP API, as the manifest says it.</summary>
/// <param name="Jwt">A list of authorizers; null for none.</param>
/// <param name="Cors">The answer to preflights; null when code says nothing of it.</param>
internal sealed record ProjectExtras(string? Jwt, string? Cors)
{
    public static readonly ProjectExtras None = new(null, null);

    /// <summary>What follows the manifest's functions.</summary>
    public string Members => $"{Member("jwt", Jwt)}{Member("cors", Cors)}";

    private static string Member(string name, string? json) =>
        json is null ? "" : $",\n    {JsonText.Quote(name)}:{json}";
}
