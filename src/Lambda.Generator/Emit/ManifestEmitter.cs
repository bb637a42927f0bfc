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
/// <c>policies</c>, and its <c>events</c>, whose <c>properties</c> are pairs of dotted path and value, so that a new
/// kind of event is news to the generator alone.
/// </remarks>
internal static class ManifestEmitter
{
    public static string Emit(ProjectModel project, IReadOnlyList<NamedFunction> functions)
    {
        var code = CodeWriter.File();
        code.Raw($"[assembly: global::System.Reflection.AssemblyMetadata(\"{KnownNames.Manifest}\", \"\"\"");
        code.Raw($"    {{\"runtime\":{JsonText.Quote(project.Runtime)},\"functions\":[");
        for (var at = 0; at < functions.Count; at++)
            code.Raw($"    {Function(project, functions[at])}{(at < functions.Count - 1 ? "," : "")}");
        code.Raw($"    ]{project.Extras.Members}}}");
        code.Raw("    \"\"\")]");
        return code.ToString();
    }

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
            ("events", JsonText.Array(function.Events.Select(Event))));
    }

    private static string Event(EventModel found) => JsonText.Object(
        ("name", JsonText.Quote(found.Name)),
        ("type", JsonText.Quote(found.Type)),
        ("properties", JsonText.Array(found.Properties.Select(property =>
            JsonText.Array([JsonText.Quote(property.Path), property.Json])))));

    private static string? Number(uint number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}
