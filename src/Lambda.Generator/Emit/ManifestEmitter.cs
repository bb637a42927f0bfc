using System.Globalization;
using Lambda.Generator.Model;

namespace Lambda.Generator.Emit;

/// <summary>
/// Writes what serverless.template must say of the functions, as metadata of the assembly: a generator must not write
/// files, and the build step that does reads it from the compiled assembly.
/// </summary>
/// <remarks>
/// One JSON object. Of a function: <c>id</c>, <c>handler</c>, <c>name</c> (what ANNOTATIONS_HANDLER is set to,
/// executables only), <c>package</c>, what its attribute sets of <c>timeout</c>, <c>memory</c>, <c>role</c> and
/// <c>policies</c>, its <c>statements</c>, <c>environment</c> and <c>functionUrl</c>, and its <c>events</c>, whose
/// <c>properties</c> are pairs of dotted path and value, so that a new kind of event is news to the generator
/// alone. Of an authorizer: the kind of <c>api</c>, its <c>name</c> there, the id of its <c>function</c>, and
/// <c>properties</c> like those of an event. <c>jwt</c> and <c>cors</c> are what attributes of our own say of the API.
/// <c>openapi</c> is the API's description, see <c>DocumentEmitter</c>.
/// </remarks>
internal static class ManifestEmitter
{
    public static string Emit(ProjectModel project, IReadOnlyList<NamedFunction> functions, string? openApi = null)
    {
        var description = openApi is null ? "" : $",\"openapi\":{openApi}";
        string[] lines =
        [
            $"    {{\"runtime\":{JsonText.Quote(project.Runtime)},\"functions\":[",
            .. functions.Select((function, at) =>
                $"    {Function(project, function)}{(at < functions.Count - 1 ? "," : "")}"),
            $"    ]{Authorizers(functions)}{project.Extras.Members}{description}}}",
        ];
        return CodeWriter.File()
            .Raw($"[assembly: global::System.Reflection.AssemblyMetadata(\"{KnownNames.Manifest}\", "
                + $"{Literal(string.Join("\n", lines), project.HasRawStrings)})]")
            .ToString();
    }

    // Raw where the language has that, since people read this; C# 10 has not.
    private static string Literal(string text, bool isRaw) => isRaw
        ? $"\"\"\"\n{text}\n    \"\"\""
        : $"@\"{text.Replace("\"", "\"\"")}\"";

    private static string Function(ProjectModel project, NamedFunction named)
    {
        var (function, settings) = (named.Function, named.Function.Settings);
        var handler = project.GeneratesMain
            ? project.AssemblyName
            : $"{project.AssemblyName}::{function.FullHandlerType}::{function.MethodName}";

        return JsonText.Object(
            ("id", JsonText.Quote(function.ResourceName)),
            ("handler", JsonText.Quote(handler)),
            ("name", project.GeneratesMain ? JsonText.Quote(named.Name) : null),
            ("package", JsonText.Quote(settings.IsImage ? "Image" : "Zip")),
            ("timeout", Number(settings.Timeout)),
            ("memory", Number(settings.MemorySize)),
            ("role", settings.Role is { } role ? JsonText.Quote(role) : null),
            ("policies", settings.Policies is { } policies ? JsonText.Quote(policies) : null),
            ("statements", function.Extras.Statements),
            ("environment", function.Extras.Environment),
            ("functionUrl", function.Api?.Url),
            ("events", JsonText.Array(function.Events.Select(Event))));
    }

    private static string Event(EventModel found) => JsonText.Object(
        ("name", JsonText.Quote(found.Name)),
        ("type", JsonText.Quote(found.Type)),
        ("properties", Properties(found.Properties)));

    private static string Authorizers(IReadOnlyList<NamedFunction> functions)
    {
        var all = functions.Where(named => named.Function.Authorizer is not null)
            .Select(named => Authorizer(named.Function.Authorizer!, named.Function.ResourceName))
            .ToArray();
        return all.Length == 0 ? "" : $",\n    \"authorizers\":{JsonText.Array(all)}";
    }

    private static string Authorizer(AuthorizerModel authorizer, string function) => JsonText.Object(
        ("api", JsonText.Quote(authorizer.IsRest ? "RestApi" : "HttpApi")),
        ("name", JsonText.Quote(authorizer.Name)),
        ("function", JsonText.Quote(function)),
        ("properties", Properties(authorizer.Properties)));

    private static string Properties(IEnumerable<EventPropertyModel> properties) =>
        JsonText.Array(properties.Select(property => JsonText.Array([JsonText.Quote(property.Path), property.Json])));

    private static string? Number(uint number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}
