using Lambda.Tests.Generator;
using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Runtime;

/// <summary>A program compiled from a test's source, in a folder with all that it needs to run.</summary>
internal sealed class CompiledProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("function-");

    /// <param name="program">With a <c>Main</c>, or with functions for which one is generated.</param>
    public CompiledProgram(string program)
    {
        var run = GeneratorRun.Of(OutputKind.ConsoleApplication, [program]);
        Assert.DoesNotContain(run.CompileErrors(), found => found.Severity == DiagnosticSeverity.Error);
        Assert.True(run.Output.Emit(Path, cancellationToken: TestContext.Current.CancellationToken).Success);

        // Beside the program, where the host looks for what no other file tells it about.
        foreach (var library in new[] { "Lambda.Core.dll", "Lambda.Runtime.dll" })
            File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, library), InFolder(library));
        File.WriteAllText(
            InFolder("Shop.runtimeconfig.json"),
            $$$"""
            {"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"{{{Environment.Version}}}"}} }
            """);
    }

    /// <summary>The assembly.</summary>
    public string Path => InFolder("Shop.dll");

    public string InFolder(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
