using Lambda.Generator.Model;
using Lambda.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.OpenApi;

/// <summary>Reads what a route's signature and comments say of it.</summary>
/// <remarks>
/// What a signature does not say, the comment does: <c>&lt;response code="404"&gt;</c> for each answer of an
/// <c>IHttpResult</c>, and <c>&lt;param name="request"&gt;&lt;see cref="NewPhoto"/&gt; …</c> for a body that is taken
/// from the request itself. Both begin with their type; in both, and on their own, <c>&lt;header name="etag"&gt;</c>
/// names headers that no parameter is bound to.
/// </remarks>
internal sealed class OperationParser
{
    private static readonly string[] Verbs = ["any", "get", "post", "put", "patch", "head", "delete", "options"];
    private static readonly string[] Routes = [KnownNames.HttpApi, KnownNames.RestApi];

    private readonly Compilation _compilation;
    private readonly CancellationToken _ct;
    private readonly List<SchemaRoot> _roots = [];
    private readonly JsonRules _rules;

    private OperationParser(Compilation compilation, CancellationToken ct) =>
        (_compilation, _ct, _rules) = (compilation, ct, JsonRules.Of(compilation.Assembly));

    /// <summary>Null for functions without a route.</summary>
    public static OperationModel? Parse(IMethodSymbol method, Compilation compilation, CancellationToken ct) =>
        Routes.Select(method.Find).FirstOrDefault(found => found is not null) is { } route
            ? new OperationParser(compilation, ct).Parse(method, route)
            : null;

    /// <summary>What the comment of the startup class says of all routes.</summary>
    public static SharedAnswers ParseShared(INamedTypeSymbol startup, Compilation compilation, CancellationToken ct)
    {
        var parser = new OperationParser(compilation, ct);
        var answers = parser.Answers(DocComment.Of(startup, ct));
        return new SharedAnswers(answers, new EquatableArray<SchemaRoot>([.. parser._roots]));
    }

    private OperationModel? Parse(IMethodSymbol method, AttributeData route)
    {
        var verb = route.ConstructorArguments.ElementAtOrDefault(0).Value is int number ? number : 0;
        var path = route.ConstructorArguments.ElementAtOrDefault(1).Value as string ?? "";
        var variables = RouteTemplate.Parse(path);
        if (variables.Mistake is not null || verb < 0 || verb >= Verbs.Length)
            return null;

        var comment = DocComment.Of(method, _ct);
        var resource = DocComment.Of(method.ContainingType, _ct);
        var parameters = new ParameterParser(variables.Variables, comment);
        var body = Body(method, comment, parameters);
        return new OperationModel(
            method.ContainingNamespace.ToDisplayString(),
            method.ContainingType.Name,
            method.Name,
            Verbs[verb],
            path.Replace("+}", "}"),
            comment.Summary,
            comment.Remarks,
            resource.Text,
            method.Find("System.ObsoleteAttribute") is not null,
            parameters.Describe(method),
            body,
            new EquatableArray<AnswerModel>([.. Signature(method, comment, parameters), .. Answers(comment)]),
            Answers(resource),
            new EquatableArray<SchemaRoot>([.. _roots.Distinct()]));
    }

    private string? Body(IMethodSymbol method, DocComment comment, ParameterParser parameters)
    {
        foreach (var parameter in method.Parameters)
        {
            var words = comment.Parameter(parameter.Name);
            if (parameter.Find(KnownNames.FromBody) is not null)
            {
                var isText = parameter.Type.SpecialType == SpecialType.System_String;
                return Body(
                    words is null ? "" : DocText.Markdown(words),
                    Schema(parameter.Type, SchemaUse.Request),
                    (string?)words?.Attribute("contentType") ?? (isText ? "text/plain" : "application/json"),
                    !parameter.HasExplicitDefaultValue && !isText);
            }

            if (!parameters.IsBound(parameter) && DocType.Of(words, _compilation) is { } found)
            {
                return Body(
                    DocType.Words(words!, _compilation),
                    Schema(found, SchemaUse.Request),
                    (string?)words!.Attribute("contentType") ?? "application/json",
                    Keywords.IsRequired(words) ?? true);
            }
        }

        return null;
    }

    private static string Body(string words, string schema, string contentType, bool isRequired) => new JsonMembers()
        .SetText("description", words)
        .Set("required", isRequired ? "true" : null)
        .Set("content", Content(contentType, schema))
        .ToString();

    public static string Content(string type, string schema) =>
        JsonText.Object((type, JsonText.Object(("schema", schema))));

    // What the return type and the parsers of the handler say by themselves.
    private IEnumerable<AnswerModel> Signature(IMethodSymbol method, DocComment comment, ParameterParser parameters)
    {
        var source = new HttpParser(method, static _ => { }).Parse(resourceName: null);
        var returned = ReturnParser.Parse(method.ReturnType, source.Payload);
        var type = returned.IsAwaited && method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } task
            ? task.TypeArguments[0]
            : method.ReturnType;

        if (returned.Kind == ReturnKind.Nothing)
            yield return new AnswerModel("200", comment.Returns, null, null, null);
        if (returned.Kind == ReturnKind.Text)
            yield return new AnswerModel("200", comment.Returns, """{"type":"string"}""", "text/plain", null);
        if (returned.Kind is ReturnKind.Value or ReturnKind.Plain)
        {
            var schema = Schema(type, SchemaUse.Answer);
            yield return new AnswerModel("200", comment.Returns, schema, "application/json", null);
        }

        var isRead = method.Parameters.Any(parameter =>
            parameter.Find(KnownNames.FromBody) is not null && parameter.Type.SpecialType != SpecialType.System_String);
        if (isRead || method.Parameters.Any(parameters.IsParsed))
            yield return AnswerParser.Unreadable;
    }

    private EquatableArray<AnswerModel> Answers(DocComment comment) => new(
    [
        .. comment.All("response").Select(said => AnswerParser.Parse(
            said,
            DocType.Of(said, _compilation) is { } found ? Schema(found, SchemaUse.Answer) : null,
            _compilation)),
    ]);

    private string Schema((ITypeSymbol Type, bool IsList) found, SchemaUse use) => found.IsList
        ? SimpleTypes.Schema("array").Set("items", Schema(found.Type, use)).ToString()
        : Schema(found.Type, use);

    private string Schema(ITypeSymbol type, SchemaUse use) => new SchemaParser(_rules, named => _roots.Add(
        new SchemaRoot(DocumentationCommentId.CreateReferenceId(named.WithNullableAnnotation(default)), use)))
        .Of(type).ToString();
}
