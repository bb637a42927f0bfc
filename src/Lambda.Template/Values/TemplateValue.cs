using System.Globalization;
using System.Text.Json.Nodes;

namespace Lambda.Template.Values;

/// <summary>
/// A place in the template and what it is worth there: asking for a member or an item evaluates intrinsic functions on
/// the way, so the reader never meets one.
/// </summary>
public sealed class TemplateValue
{
    private readonly Intrinsics _intrinsics;
    private readonly JsonNode? _node;

    internal TemplateValue(Intrinsics intrinsics, JsonNode? node, string where)
    {
        _intrinsics = intrinsics;
        _node = intrinsics.Resolve(node, where);
        Where = where;
    }

    /// <summary>The place, for messages: <c>Globals.HttpApi.Auth</c>.</summary>
    public string Where { get; }

    /// <summary>False where the template has nothing here, or <c>AWS::NoValue</c>.</summary>
    public bool Exists => _node is not null;

    /// <summary>True for an object, even an empty one.</summary>
    public bool HasMembers => _node is JsonObject;

    /// <summary>The member of this name; one that does not exist where there is none.</summary>
    public TemplateValue this[string name] =>
        new(_intrinsics, (_node as JsonObject)?[name], Where is "" ? name : $"{Where}.{name}");

    /// <summary>The members, in the template's order, without those worth <c>AWS::NoValue</c>.</summary>
    /// <exception cref="TemplateException">There is something here that has no members.</exception>
    public IEnumerable<KeyValuePair<string, TemplateValue>> Members() => _node switch
    {
        null => [],
        JsonObject members => members
            .Select(member => KeyValuePair.Create(member.Key, this[member.Key]))
            .Where(member => member.Value.Exists),
        _ => throw Unlike("an object"),
    };

    /// <summary>The items, without those worth <c>AWS::NoValue</c>; a single value counts as a list of one.</summary>
    public IEnumerable<TemplateValue> Items() => _node switch
    {
        null => [],
        JsonArray items => items
            .Select((item, at) => new TemplateValue(_intrinsics, item, $"{Where}[{at}]"))
            .Where(item => item.Exists),
        _ => [this],
    };

    /// <summary>The items as text.</summary>
    public string[] Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>Text, a number or a boolean, printed as CloudFormation prints it.</summary>
    /// <exception cref="TemplateException">There is nothing here, or an object or a list.</exception>
    public string Text() => _node is JsonValue value ? Intrinsics.Print(value) : throw Unlike("text");

    /// <summary><see cref="Text"/>, or <paramref name="otherwise"/> where there is nothing.</summary>
    public string TextOr(string otherwise) => Exists ? Text() : otherwise;

    /// <summary>A whole number, or <paramref name="otherwise"/> where there is nothing.</summary>
    public int NumberOr(int otherwise)
    {
        if (!Exists)
            return otherwise;

        return int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unlike("a whole number");
    }

    /// <summary>True or false, or <paramref name="otherwise"/> where there is nothing.</summary>
    public bool FlagOr(bool otherwise)
    {
        if (!Exists)
            return otherwise;

        return bool.TryParse(Text(), out var flag) ? flag : throw Unlike("true or false");
    }

    private TemplateException Unlike(string wanted) =>
        new(_node is null ? $"{Where} is missing." : $"{Where} is not {wanted}: {Intrinsics.Shorten(_node)}");
}
