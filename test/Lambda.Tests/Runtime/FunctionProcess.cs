using System.Diagnostics;
using Photos.Tests.Shared;

namespace Lambda.Tests.Runtime;

/// <summary>A function compiled from a test's source and run as Lambda runs it: as a process of its own.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly CompiledProgram _program;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private FunctionProcess(CompiledProgram program, Process process)
    {
        (_program, _process) = (program, process);
        _output = RunLog.ReadAsync(process.StandardOutput);
        _errors = RunLog.ReadAsync(process.StandardError);
    }

    /// <param name="program">With a <c>Main</c>, or with functions for which one is generated.</param>
    public static FunctionProcess Start(
        string program, string? api, params (string Name, string Value)[] environment)
    {
        var compiled = new CompiledProgram(program);
        var start = new ProcessStartInfo("dotnet", [compiled.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new FunctionProcess(compiled, Process.Start(start)!);
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
        _program.Dispose();
    }
}
