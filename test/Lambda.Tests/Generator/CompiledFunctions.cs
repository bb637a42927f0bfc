using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using NSubstitute;

namespace Lambda.Tests.Generator;

/// <summary>
/// Functions of a test, compiled with what was generated for them, loaded, and called as Lambda calls them.
/// </summary>
internal sealed class CompiledFunctions
{
    private readonly Assembly _assembly;

    private CompiledFunctions(Assembly assembly) => _assembly = assembly;

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

    public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>The program's <c>Main</c>.</summary>
    public Task<int> MainAsync() =>
        (Task<int>)Type("App.GeneratedProgram").GetMethod("Main")!.Invoke(null, [Array.Empty<string>()])!;

    /// <summary>Calls a function by its type and method, such as <c>Photos_Get</c>.</summary>
    public async Task<FunctionAnswer> CallAsync(
        string function, APIGatewayHttpApiV2ProxyRequest request, ILambdaContext? context = null)
    {
        var type = Type($"App.{function}_Generated");
        var handler = Activator.CreateInstance(type)!;
        var method = type.GetMethod(function[(function.LastIndexOf('_') + 1)..])!;

        object[] arguments = [request, context ?? Context()];
        var returned = method.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is Task task)
        {
            await task;
            returned = task.GetType().GetProperty("Result")!.GetValue(task);
        }

        return FunctionAnswer.Of(returned!);
    }

    public static ILambdaContext Context(TimeSpan? remaining = null)
    {
        var context = Substitute.For<ILambdaContext>();
        context.RemainingTime.Returns(remaining ?? TimeSpan.FromSeconds(30));
        return context;
    }
}

/// <summary>What a client would receive.</summary>
internal sealed record FunctionAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string? ContentType => Headers.FirstOrDefault(header =>
        header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)).Value;

    public static FunctionAnswer Of(object returned)
    {
        if (returned is APIGatewayHttpApiV2ProxyResponse response)
            return new FunctionAnswer(
                response.StatusCode,
                new Dictionary<string, string>(response.Headers ?? new Dictionary<string, string>()),
                response.Body);

        using var json = JsonDocument.Parse((Stream)returned);
        var headers = json.RootElement.GetProperty("headers");
        return new FunctionAnswer(
            json.RootElement.GetProperty("statusCode").GetInt32(),
            headers.ValueKind == JsonValueKind.Null
                ? new Dictionary<string, string>()
                : headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!),
            json.RootElement.GetProperty("body").GetString());
    }
}
