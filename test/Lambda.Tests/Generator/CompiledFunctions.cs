using System.Reflection;
using System.Runtime.Loader;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using NSubstitute;

namespace Lambda.Tests.Generator;

/// <summary>
/// Functions of a test, compiled with what was generated for them, loaded, and called as Lambda calls them.
/// </summary>
internal sealed class CompiledFunctions
{
    private CompiledFunctions(Assembly assembly) => Assembly = assembly;

    public Assembly Assembly { get; }

    public static CompiledFunctions Of(params string[] sources) => Of(GeneratorRun.Of(sources));

    public static CompiledFunctions Of(GeneratorRun run)
    {
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors());

        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        return new CompiledFunctions(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    public Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    /// <summary>The program's <c>Main</c>.</summary>
    public Task<int> MainAsync() =>
        (Task<int>)Type("App.GeneratedProgram").GetMethod("Main")!.Invoke(null, [Array.Empty<string>()])!;

    /// <summary>Calls a function by its type and method, such as <c>Photos_Get</c>.</summary>
    public async Task<FunctionAnswer> CallAsync(
        string function, APIGatewayHttpApiV2ProxyRequest request, ILambdaContext? context = null) =>
        FunctionAnswer.Of((await InvokeAsync(function, request, context ?? Context()))!);

    /// <summary>Calls a function of a REST API.</summary>
    public async Task<FunctionAnswer> CallV1Async(string function, APIGatewayProxyRequest request) =>
        FunctionAnswer.Of((await InvokeAsync(function, request, Context()))!);

    /// <summary>Calls a generated handler with any arguments; what it returned is as Lambda would see it.</summary>
    public async Task<object?> InvokeAsync(string function, params object[] arguments)
    {
        var type = Type($"App.{function}_Generated");
        var handler = Activator.CreateInstance(type)!;
        var method = type.GetMethod(function[(function.LastIndexOf('_') + 1)..])!;

        var returned = method.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is not Task task)
            return returned;

        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    public static ILambdaContext Context(TimeSpan? remaining = null)
    {
        var context = Substitute.For<ILambdaContext>();
        context.RemainingTime.Returns(remaining ?? TimeSpan.FromSeconds(30));
        return context;
    }
}
