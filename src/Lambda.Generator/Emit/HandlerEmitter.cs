using Lambda.Generator.Model;

namespace Lambda.Generator.Emit;

/// <summary>Writes the class Lambda calls: bind the arguments, call the function, hand back its answer.</summary>
/// <remarks>
/// Names between double underscores cannot meet those of a function's parameters, which become locals.
/// </remarks>
internal static class HandlerEmitter
{
    private const string Hosting = "global::Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions";

    public static string Emit(FunctionModel function, StartupModel? startup)
    {
        var code = CodeWriter.File();
        if (startup is not null)
            code.Line("using Microsoft.Extensions.DependencyInjection;").Line();

        code.Line($"namespace {CSharpName.Of(function.Namespace)};").Line();
        code.Line($"/// <summary>Serves <c>{function.TypeName}.{function.MethodName}</c>.</summary>");
        using (code.Begin($"public sealed class {function.HandlerType}"))
        {
            if (startup is not null)
                WriteContainer(code, function, startup);
            else
                WriteInstances(code, function);

            code.Line();
            var returns = SignatureEmitter.ReturnType(function);
            var modifiers = function.Returns.IsAwaited ? "public async" : "public";
            code.Line("/// <summary>Answers one event.</summary>");
            var head = $"{modifiers} {returns} {CSharpName.Of(function.MethodName)}(";
            code.Lines(head, SignatureEmitter.Parameters(function), ")");
            using (code.Begin())
                WriteBody(code, function, startup);
        }

        return code.ToString();
    }

    private static void WriteInstances(CodeWriter code, FunctionModel function)
    {
        if (!function.IsStatic)
            code.Line($"private readonly {function.FullTypeName} __function__ = new();");
        code.Line($"private readonly global::{KnownNames.Serializer} __serializer__ = new {function.Serializer}();");
    }

    private static void WriteContainer(CodeWriter code, FunctionModel function, StartupModel startup)
    {
        code.Line("private readonly global::System.IServiceProvider __services__;").Line();
        code.Line("/// <summary>Makes the function and all it needs.</summary>");
        using (code.Begin($"public {function.HandlerType}()"))
        {
            if (startup.MakesHost)
                WriteHost(code, function, startup);
            else
                WriteCollection(code, function, startup);

            if (function.IsStatic)
                return;

            code.Line();
            code.Line("// Made before the first event, while starting costs the caller nothing.");
            code.Line($"_ = __services__.GetRequiredService<{function.FullTypeName}>();");
        }
    }

    // What the startup registers comes last, and wins: it may make the function class in another way.
    private static void WriteCollection(CodeWriter code, FunctionModel function, StartupModel startup)
    {
        code.Line("var services = new global::Microsoft.Extensions.DependencyInjection.ServiceCollection();");
        WriteRegistrations(code, function, "services");
        code.Line($"{startup.Call}.ConfigureServices(services);");
        code.Line("__services__ = services.BuildServiceProvider();");
    }

    private static void WriteHost(CodeWriter code, FunctionModel function, StartupModel startup)
    {
        code.Line($"var builder = {startup.Call}.ConfigureHostBuilder();");
        WriteRegistrations(code, function, "builder.Services");
        code.Line("var host = builder.Build();");
        code.Line($"{Hosting}.Start(host);");
        code.Line();
        code.Line("// When the process is told to end, what has been started is stopped.");
        code.Line($"_ = {Hosting}.WaitForShutdownAsync(host);");
        code.Line("__services__ = host.Services;");
    }

    private static void WriteRegistrations(CodeWriter code, FunctionModel function, string services)
    {
        if (!function.IsStatic)
            code.Line($"{services}.AddSingleton<{function.FullTypeName}>();");
        code.Line($"{services}.AddSingleton<global::{KnownNames.Serializer}, {function.Serializer}>();");
    }

    private static void WriteScope(CodeWriter code, FunctionModel function)
    {
        if (function.Returns.IsAwaited)
        {
            code.Line("await using var __scope__ = __services__.CreateAsyncScope();");
            return;
        }

        code.Line("var __scope__ = __services__.CreateAsyncScope();");
        code.Line($"using var __end__ = new {KnownNames.Binding}.ScopeEnd(__scope__);");
    }

    private static void WriteBody(CodeWriter code, FunctionModel function, StartupModel? startup)
    {
        if (startup is not null)
        {
            WriteScope(code, function);
            if (!function.IsStatic)
                code.Line($"var __function__ = {Service(function.FullTypeName)};");
            if (BindingEmitter.NeedsSerializer(function))
                code.Line($"var __serializer__ = {Service($"global::{KnownNames.Serializer}")};");
        }

        BindingEmitter.Write(code, function);
        AnswerEmitter.Write(code, function);
    }

    private static string Service(string type) => $"__scope__.ServiceProvider.GetRequiredService<{type}>()";
}
