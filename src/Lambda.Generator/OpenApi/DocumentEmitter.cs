using Lambda.Generator.Model;

namespace Lambda.Generator.OpenApi;

/// <summary>
/// Writes what code knows of an OpenAPI document as one line of JSON: <c>info</c>, <c>tags</c>, <c>paths</c> and
/// <c>schemas</c>. What only the template knows is added by the build step that writes the document.
/// </summary>
internal static class DocumentEmitter
{
    private static readonly string[] AllVerbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>Null for a project without routes.</summary>
    public static string? Emit(
        string info,
        EquatableArray<OperationModel> operations,
        SharedAnswers? shared,
        EquatableArray<SchemaModel> schemas)
    {
        if (operations.Count == 0)
            return null;

        var ordered = operations
            .OrderBy(operation => operation.Path, StringComparer.Ordinal)
            .ThenBy(operation => Array.IndexOf(AllVerbs, operation.Verb))
            .ToArray();
        var paths = new JsonMembers();
        foreach (var path in ordered.GroupBy(operation => operation.Path))
            paths.Set(path.Key, PathItem(path, operations, shared));

        var names = Names(schemas);
        var components = new JsonMembers();
        foreach (var schema in schemas.OrderBy(schema => names[schema.FullName], StringComparer.Ordinal))
            components.Set(names[schema.FullName], schema.Json);

        var text = JsonText.Object(
            ("info", info),
            ("tags", Tags(ordered)),
            ("paths", paths.ToString()),
            ("schemas", components.ToString()));
        return names.Aggregate(text, (json, name) => json.Replace(
            JsonText.Quote(SchemaParser.Reference + name.Key), JsonText.Quote(SchemaParser.Reference + name.Value)));
    }

    private static string PathItem(
        IEnumerable<OperationModel> operations, EquatableArray<OperationModel> all, SharedAnswers? shared)
    {
        var item = new JsonMembers();
        foreach (var operation in operations)
        {
            foreach (var verb in operation.Verb == "any" ? AllVerbs : [operation.Verb])
            {
                // A route of one method goes before one of any, here as at the gateway.
                if (item[verb] is null || operation.Verb != "any")
                    item.Set(verb, Operation(operation, Id(operation, all, verb), shared));
            }
        }

        return item.ToString();
    }

    private static string Operation(OperationModel operation, string id, SharedAnswers? shared) => new JsonMembers()
        .SetText("operationId", id)
        .Set("tags", JsonText.Array([JsonText.Quote(operation.Tag)]))
        .SetText("summary", operation.Summary)
        .SetText("description", operation.Description)
        .Set("deprecated", operation.IsDeprecated ? "true" : null)
        .Set("parameters", operation.Parameters)
        .Set("requestBody", operation.Body)
        .Set("responses", AnswerEmitter.Emit(operation, shared))
        .ToString();

    private static string Id(OperationModel operation, EquatableArray<OperationModel> all, string verb)
    {
        var isAlone = all.Count(other => other.MethodName == operation.MethodName) == 1;
        var id = isAlone ? operation.MethodName
            : $"{operation.Namespace}.{operation.TypeName}.{operation.MethodName}";
        return operation.Verb == "any" ? $"{id}.{verb}" : id;
    }

    private static string Tags(IEnumerable<OperationModel> operations) => JsonText.Array(operations
        .GroupBy(operation => operation.Tag)
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new JsonMembers()
            .SetText("name", tag.Key)
            .SetText("description", tag.First().ResourceSummary)
            .ToString()));

    // Two types of one name keep their namespaces.
    private static Dictionary<string, string> Names(EquatableArray<SchemaModel> schemas) => schemas.ToDictionary(
        schema => schema.FullName,
        schema => schemas.Count(other => other.Name == schema.Name) == 1 ? schema.Name : schema.FullName);
}
