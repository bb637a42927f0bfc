namespace Lambda.Generator.Model;

/// <param name="Key">The name in the request; the parameter's own unless an attribute says otherwise.</param>
/// <param name="Type">Fully qualified, with its nullability.</param>
/// <param name="Default">An expression: the C# default value, or what stands in for none.</param>
internal sealed record ParameterModel(
    string Name, string Key, string Type, ParameterSource Source, string Default, bool HasDefault, TextModel? Text);

/// <summary>Where an argument comes from.</summary>
internal enum ParameterSource
{
    Request,
    Context,
    Cancellation,
    Services,
    Body,
    Route,
    Query,
    Header,

    /// <summary>The context that the route's authorizer returned.</summary>
    Authorizer,

    /// <summary>The event itself, for functions that do not serve HTTP.</summary>
    Event,
}

/// <summary>How text becomes a value.</summary>
/// <param name="Type">Of one value, without nullability; fully qualified.</param>
/// <param name="ValueType">Of one value, as the parameter declares it.</param>
internal sealed record TextModel(TextKind Kind, string Type, string ValueType, ListKind List);

/// <summary>The parsers there are; the names are those of <c>TextParsers</c>.</summary>
internal enum TextKind
{
    Text,
    Value,
    Optional,
    Member,
    OptionalMember,
}

/// <summary>Whether there are many values, and what they are handed over in.</summary>
internal enum ListKind
{
    No,
    List,
    Array,
}
