using System.Diagnostics;
using Lambda.Tests.Generator;
using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Runtime;

/// <summary>A function compiled from a test's source and run as Lambda runs it: as a process of its own.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private FunctionProcess(DirectoryInfo folder, Process process)
    {
        (_folder, _process) = (folder, process);
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <param name="program">With a <c>Main</c>, or with functions for which one is generated.</param>
    public static FunctionProcess Start(
        string program, string? api, params (string Name, string Value)[] environment)
    {
        var folder = Directory.CreateTempSubdirectory("function-");
        var run = GeneratorRun.Of(OutputKind.ConsoleApplication, [program]);
        Assert.DoesNotContain(run.CompileErrors(), found => found.Severity == DiagnosticSeverity.Error);
        var assembly = Path.Combine(folder.FullName, "Shop.dll");
        Assert.True(run.Output.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);

        // Beside the program, where the host looks for what no other file tells it about.
        foreach (var library in new[] { "Lambda.Core.dll", "Lambda.Runtime.dll" })
            File.Copy(Path.Combine(AppContext.BaseDirectory, library), Path.Combine(folder.FullName, library));
        File.WriteAllText(
            Path.Combine(folder.FullName, "Shop.runtimeconfig.json"),
            $$$"""
            {"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"{{{Environment.Version}}}"}} }
            """);

        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new FunctionProcess(folder, Process.Start(start)!);
    }

    /// <summary>Asks it to end, as Lambda does with a sandbox it no longer needs.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code and what it printed, once it has ended by itself.</summary>
    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(ScriptedRuntimeApi.Patience);
        return (_process.ExitCode, await _output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
