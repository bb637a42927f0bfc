using Lambda.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Generator.Emit;

/// <summary>Writes the <c>Main</c> that serves the one function its environment names.</summary>
internal static class ProgramEmitter
{
    /// <param name="place">The namespace of the function that is written first.</param>
    public static string Emit(IReadOnlyList<NamedFunction> functions, string place)
    {
        var code = CodeWriter.File();
        code.Line("#pragma warning disable RS0030 // This is the program: it reads its own environment.").Line();
        code.Line($"namespace {CSharpName.Of(place)};").Line();
        code.Line($"/// <summary>Serves the function that {KnownNames.HandlerVariable} names.</summary>");
        using (code.Begin("public static class GeneratedProgram"))
        {
            code.Line("/// <returns>0 when told to stop; 1 when there was nothing to serve, or nobody.</returns>");
            using (code.Begin("public static async global::System.Threading.Tasks.Task<int> Main(string[] args)"))
                WriteMain(code, functions);

            foreach (var function in functions)
                WriteStart(code, function);
        }

        return code.ToString();
    }

    private static void WriteMain(CodeWriter code, IReadOnlyList<NamedFunction> functions)
    {
        const string Variable = KnownNames.HandlerVariable;
        code.Line($"var name = global::System.Environment.GetEnvironmentVariable(\"{Variable}\");");
        using (code.Begin($"global::System.Func<{KnownNames.Runtime}.HandlerWrapper>? start = name switch", "};"))
        {
            foreach (var function in functions)
                code.Line($"{Quote(function.Name)} => {StartOf(function)},");
            code.Line("_ => null,");
        }

        code.Line();
        using (code.Begin("if (start is null)"))
        {
            var names = string.Join(", ", functions.Select(function => function.Name));
            code.Line($"var found = name is null ? \"is not set\" : $\"is '{{name}}'\";");
            code.Line($"global::System.Console.Error.WriteLine($\"{Variable} {{found}}; it names one of: {names}.\");");
            code.Line("return 1;");
        }

        code.Line();
        code.Line($"using var bootstrap = {KnownNames.Runtime}.LambdaBootstrapBuilder.Create(start).Build();");
        code.Line("return await bootstrap.RunAsync();");
    }

    private static void WriteStart(CodeWriter code, NamedFunction named)
    {
        var function = named.Function;
        var type = $"{CSharpName.Of(function.Namespace)}.{function.HandlerType}";
        var handler = $"new global::{type}().{CSharpName.Of(function.MethodName)}";
        string[] arguments = SignatureEmitter.NeedsSerializer(function)
            ? [$"new {SignatureEmitter.Delegate(function)}({handler})", $"new {function.Serializer}()"]
            : [$"new {SignatureEmitter.Delegate(function)}({handler})"];

        code.Line();
        using (code.Begin($"private static {KnownNames.Runtime}.HandlerWrapper {StartOf(named)}()"))
            code.Lines($"return {KnownNames.Runtime}.HandlerWrapper.GetHandlerWrapper(", arguments, ");");
    }

    // Underscores are doubled, so that a_b.c and a.b_c stay apart.
    private static string StartOf(NamedFunction function) =>
        "Start" + function.Name.Replace("_", "__").Replace('.', '_');

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
