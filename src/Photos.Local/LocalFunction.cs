using System.Reflection;
using Lambda.Local;
using Photos.Embedded;
using Photos.Functions;

namespace Photos.Local;

/// <summary>
/// One function in a process of its own: the generated program, exactly as Lambda starts it, with the stores of here.
/// </summary>
internal static class LocalFunction
{
    /// <summary>This program, told to be a function. Keys are in the data folder, so the words are no secret.</summary>
    public static FunctionProgram Program(LocalOptions options) => FunctionProgram.Of(
        typeof(LocalFunction).Assembly, LocalOptions.Function, "--port", $"{options.Port}", "--data", options.Data);

    /// <summary>Serves events until told to stop.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(LocalOptions options)
    {
        // Checked and brought up to date by the process that started this one.
        LocalLibrary.KeepThings(options, services => services.AddEmbeddedRecords(Database.At(options.Records)));

        // Its name and whether it is public are the generator's business; that it is the entry point is the language's.
        var main = typeof(Startup).Assembly.EntryPoint!;
        object?[] words = main.GetParameters() is [] ? [] : [Array.Empty<string>()];
        return main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, words, null) as int? ?? Environment.ExitCode;
    }
}
