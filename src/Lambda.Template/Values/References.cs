using System.Text.Json.Nodes;

namespace Lambda.Template.Values;

/// <summary>What a name in the template stands for: a parameter, a pseudo parameter or a resource.</summary>
internal sealed class References(JsonObject template, IReadOnlyDictionary<string, string> parameters)
{
    // SAM makes these while it deploys; a template may refer to them without declaring them.
    private static readonly string[] Implied = ["ServerlessHttpApi", "ServerlessRestApi"];

    public JsonNode? Find(string name, string where)
    {
        if (template["Parameters"]?[name] is JsonObject parameter)
            return Parameter(name, parameter, where);
        if (PseudoParameters.TryFind(name, out var value))
            return value;

        return IsResource(name) ? name : throw Unknown(name, where);
    }

    /// <param name="path"><c>LogicalId.Attribute</c>; the attribute may hold further dots.</param>
    public JsonNode Attribute(string path, string where) =>
        IsResource(path.Split('.')[0]) ? path : throw Unknown(path, where);

    // SAM also names resources after others: PhotoFunctionRole, ServerlessHttpApi.Stage.
    private bool IsResource(string name) =>
        template["Resources"]?[name] is not null || Implied.Contains(name) ||
        (name.EndsWith("Role", StringComparison.Ordinal) && template["Resources"]?[name[..^4]] is not null);

    private JsonNode Parameter(string name, JsonObject declaration, string where)
    {
        var text = parameters.TryGetValue(name, out var given)
            ? given
            : (declaration["Default"] as JsonValue)?.ToString();
        if (text is null)
            throw new TemplateException($"{where}: the parameter {name} has neither a value nor a default.");

        var isList = declaration["Type"]?.ToString() is "CommaDelimitedList" or "List<Number>" or "List<String>";
        return isList ? new JsonArray([.. text.Split(',').Select(item => JsonValue.Create(item.Trim()))]) : text;
    }

    private static TemplateException Unknown(string name, string where) =>
        new($"{where}: {name} is neither a parameter nor a resource of this template.");
}
