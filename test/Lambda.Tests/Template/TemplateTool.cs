using System.Diagnostics;
using Lambda.Tests.Generator;
using Photos.Tests.Shared;

namespace Lambda.Tests.Template;

/// <summary>The merge as a process, as the build runs it, and compiled functions to run it on.</summary>
internal static class TemplateTool
{
    private static readonly string Configuration =
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Dll { get; } = Built("Lambda.Template");

    /// <summary>What a project's build left.</summary>
    public static string Built(string project) =>
        Path.Combine(Repository.Root, "artifacts", "bin", project, Configuration, $"{project}.dll");

    /// <summary>A compiled assembly with that many functions.</summary>
    public static string Compile(string folder, int functions)
    {
        var path = Path.Combine(folder, "Shop.dll");
        var methods = Enumerable.Range(0, functions).Select(at =>
            $"[LambdaFunction(ResourceName = \"F{at}\"), HttpApi(LambdaHttpMethod.Get, \"/f{at}\")] public string F{at}() => \"\";");
        using var image = File.Create(path);
        GeneratorRun.Of($"namespace App; public class Shop {{ {string.Concat(methods)} }}").Output.Emit(image);
        return path;
    }

    public static Process Start(string assembly, string template)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Dll, "merge", "--assembly", assembly, "--template", template, "--project-dir", Path.GetDirectoryName(template)!, "--openapi", "off"])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Errors)> RunAsync(string assembly, string template)
    {
        using var process = Start(assembly, template);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }
}
