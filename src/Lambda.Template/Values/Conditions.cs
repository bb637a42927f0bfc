using System.Text.Json.Nodes;

namespace Lambda.Template.Values;

/// <summary>The template's named conditions, each worked out when it is first asked for.</summary>
internal sealed class Conditions(JsonObject template, Intrinsics intrinsics)
{
    private readonly Dictionary<string, bool> _known = [];
    private readonly HashSet<string> _asking = [];

    public bool Holds(string name, string where)
    {
        if (_known.TryGetValue(name, out var known))
            return known;
        if (template["Conditions"]?[name] is not { } condition)
            throw new TemplateException($"{where}: the template has no condition {name}.");
        if (!_asking.Add(name))
            throw new TemplateException($"{where}: the condition {name} depends on itself.");

        var holds = Holds(condition, $"Conditions.{name}");
        _asking.Remove(name);
        return _known[name] = holds;
    }

    public bool Holds(JsonNode? condition, string where)
    {
        if (condition is not JsonObject { Count: 1 } call)
            throw new TemplateException($"{where} should be a condition.");

        var (name, argument) = call.First();
        return name switch
        {
            "Condition" => Holds(intrinsics.Text(argument, where), where),
            "Fn::Equals" when intrinsics.List(argument, 2, where) is var pair =>
                intrinsics.Text(pair[0], where) == intrinsics.Text(pair[1], where),
            "Fn::Not" => !Holds(intrinsics.List(argument, 1, where)[0], where),
            "Fn::And" => intrinsics.List(argument, null, where).All(item => Holds(item, where)),
            "Fn::Or" => intrinsics.List(argument, null, where).Any(item => Holds(item, where)),
            _ => throw new TemplateException($"{where}: {name} is no condition."),
        };
    }
}
