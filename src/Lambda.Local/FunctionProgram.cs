using System.Reflection;
using System.Runtime.InteropServices;

namespace Lambda.Local;

/// <summary>The executable of a function set; its environment tells it which function to serve.</summary>
/// <param name="FileName">A native executable, or the program that runs <paramref name="Arguments"/>.</param>
/// <param name="Arguments">Other people on the machine can see them: never a secret.</param>
/// <param name="Folder">The functions' <c>LAMBDA_TASK_ROOT</c>, in which they start.</param>
public sealed record FunctionProgram(string FileName, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>Variables beside Lambda's and the template's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The file that a start would miss; null where there is none, as far as can be told.</summary>
    internal string? Missing => new[] { FileName, Arguments is ["exec", var assembly, ..] ? assembly : FileName }
        .FirstOrDefault(path => Path.IsPathFullyQualified(path) && !File.Exists(path));

    /// <summary>An assembly with a <c>Main</c>, on the runtime that runs this process.</summary>
    public static FunctionProgram Of(Assembly assembly, params IEnumerable<string> arguments) =>
        Of(assembly.Location, arguments);

    /// <inheritdoc cref="Of(Assembly, IEnumerable{string})"/>
    public static FunctionProgram Of(string assembly, params IEnumerable<string> arguments) =>
        new(DotNet(), ["exec", assembly, .. arguments], Path.GetDirectoryName(assembly)!);

    /// <summary>A native executable: what <c>dotnet publish</c> makes for Lambda.</summary>
    public static FunctionProgram Native(string path) => new(path, [], Path.GetDirectoryName(Path.GetFullPath(path))!);

    // The runtime lies in shared/Microsoft.NETCore.App/<version> beside its host, which need not be on the path.
    private static string DotNet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
