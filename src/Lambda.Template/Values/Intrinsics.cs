using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Lambda.Template.Values;

/// <summary>CloudFormation's functions, as far as templates for functions use them.</summary>
/// <remarks>A null result is <c>AWS::NoValue</c>: whoever holds it drops the member or the item.</remarks>
internal sealed class Intrinsics
{
    private readonly JsonObject _template;
    private readonly References _references;
    private readonly Conditions _conditions;

    public Intrinsics(JsonObject template, IReadOnlyDictionary<string, string> parameters)
    {
        _template = template;
        _references = new References(template, parameters);
        _conditions = new Conditions(template, this);
    }

    public bool Holds(string condition, string where) => _conditions.Holds(condition, where);

    /// <summary>The outermost function taken away; functions further inside remain until they are asked for.</summary>
    public JsonNode? Resolve(JsonNode? node, string where)
    {
        while (node is JsonObject { Count: 1 } call && call.First() is var (name, argument) && IsFunction(name))
            node = Call(name, argument, $"{where}.{name}");

        return node;
    }

    /// <summary>What a scalar looks like inside text.</summary>
    public static string Print(JsonValue value) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    public static string Shorten(JsonNode node) =>
        node.ToJsonString() is { Length: > 60 } text ? text[..60] + "…" : node.ToJsonString();

    /// <summary>An argument that must be text once it is evaluated.</summary>
    public string Text(JsonNode? argument, string where) => Resolve(argument, where) is JsonValue value
        ? Print(value)
        : throw new TemplateException($"{where} should be text.");

    /// <summary>An argument that must be a list of <paramref name="count"/> items (any number when null).</summary>
    public JsonArray List(JsonNode? argument, int? count, string where) =>
        Resolve(argument, where) is JsonArray list && (count ?? list.Count) == list.Count
            ? list
            : throw new TemplateException($"{where} should be a list{(count is null ? "" : $" of {count}")}.");

    // {"Condition": "Name"} is a function only inside conditions; elsewhere it may be a policy statement's.
    private static bool IsFunction(string name) => name is "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonNode? Call(string name, JsonNode? argument, string where) => name switch
    {
        "Ref" => _references.Find(Text(argument, where), where),
        "Fn::GetAtt" => _references.Attribute(AttributePath(argument, where), where),
        "Fn::Sub" => Substitute(argument, where),
        "Fn::Join" => Join(List(argument, 2, where), where),
        "Fn::If" => If(List(argument, 3, where), where),
        "Fn::FindInMap" => FindInMap(List(argument, 3, where), where),
        "Fn::Equals" or "Fn::Not" or "Fn::And" or "Fn::Or" =>
            _conditions.Holds(new JsonObject { [name] = argument?.DeepClone() }, where),
        _ => throw new TemplateException($"{where}: the function {name} is not known here."),
    };

    private string AttributePath(JsonNode? argument, string where) => argument is JsonArray
        ? string.Join('.', List(argument, 2, where).Select(part => Text(part, where)))
        : Text(argument, where);

    private string Join(JsonArray arguments, string where)
    {
        var items = List(arguments[1], null, $"{where}[1]");
        var texts = items.Select(item => Resolve(item, where)).Where(item => item is not null);
        return string.Join(Text(arguments[0], where), texts.Select(item => Text(item, where)));
    }

    private JsonNode? If(JsonArray arguments, string where) =>
        Resolve(arguments[Holds(Text(arguments[0], where), where) ? 1 : 2], where);

    private JsonNode? FindInMap(JsonArray arguments, string where)
    {
        JsonNode? found = _template["Mappings"];
        foreach (var argument in arguments)
        {
            var key = Text(argument, where);
            found = (found as JsonObject)?[key] ?? throw new TemplateException($"{where}: there is no entry {key}.");
        }

        return found;
    }

    // "text ${Name} text ${Resource.Attribute} ${!Literal}", alone or with a map of further names.
    private string Substitute(JsonNode? argument, string where)
    {
        var names = argument is JsonArray ? List(argument, 2, where)[1] as JsonObject : null;
        var text = Text(argument is JsonArray pair ? pair[0] : argument, where);

        var result = new StringBuilder();
        for (var at = 0; ;)
        {
            var open = text.IndexOf("${", at, StringComparison.Ordinal);
            if (open < 0)
                return result.Append(text.AsSpan(at)).ToString();

            var close = text.IndexOf('}', open);
            if (close < 0)
                throw new TemplateException($"{where}: a ${{ is never closed in \"{text}\".");

            var name = text[(open + 2)..close];
            result.Append(text.AsSpan(at, open - at)).Append(Replacement(name, names, where));
            at = close + 1;
        }
    }

    private string Replacement(string name, JsonObject? names, string where)
    {
        if (name.StartsWith('!'))
            return string.Create(CultureInfo.InvariantCulture, $"${{{name.AsSpan(1)}}}");
        if (names is not null && names.TryGetPropertyValue(name, out var given))
            return Text(given, where);

        return Text(name.Contains('.') ? _references.Attribute(name, where) : _references.Find(name, where), where);
    }
}
