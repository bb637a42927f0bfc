using Microsoft.CodeAnalysis;

namespace Lambda.Tests.Generator;

/// <summary>Where services come from: the ways a startup class can be written, and what becomes of what it makes.</summary>
public sealed class StartupTests
{
    private const string Function =
        """
        namespace App;

        public class Counter { public static int Made; public int Number { get; } = Interlocked.Increment(ref Made); }

        public class F(Counter counter)
        {
            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
            public int Get([FromServices] Counter same) => counter == same ? counter.Number : -1;
        }
        """;

    private const string Host =
        """
        namespace App;

        using Microsoft.Extensions.Hosting;

        public class Warmer : IHostedService
        {
            public static int Started;
            public Task StartAsync(CancellationToken ct) { Started++; return Task.CompletedTask; }
            public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
        }

        [LambdaStartup]
        public class Startup
        {
            public HostApplicationBuilder ConfigureHostBuilder()
            {
                var builder = Host.CreateEmptyApplicationBuilder(new());
                builder.Services.AddSingleton<Counter>();
                builder.Services.AddHostedService<Warmer>();
                return builder;
            }
        }
        """;

    [Fact]
    public async Task A_host_is_built_once_and_started_and_its_services_are_the_functions()
    {
        var functions = CompiledFunctions.Of(Function, Host);

        Assert.Equal("1", (await functions.CallAsync("F_Get", new())).Body);
        Assert.Equal(1, functions.Type("App.Warmer").GetField("Started")!.GetValue(null));
        Assert.Equal(1, functions.Type("App.Counter").GetField("Made")!.GetValue(null));
    }

    [Theory]
    [InlineData("public class Base { public void ConfigureServices(IServiceCollection s) => s.AddSingleton<Counter>(); } [LambdaStartup] public class Startup : Base;")]
    [InlineData("[LambdaStartup] public partial class Startup; public partial class Startup { public void ConfigureServices(IServiceCollection s) => s.AddSingleton<Counter>(); }")]
    [InlineData("[LambdaStartup] public static class Startup { public static void ConfigureServices(IServiceCollection s) => s.AddSingleton<Counter>(); }")]
    [InlineData("[LambdaStartup] internal class Startup { internal IServiceCollection ConfigureServices(IServiceCollection s) => s.AddSingleton<Counter>(); }")]
    public async Task A_startup_may_be_written_in_several_ways(string startup)
    {
        var functions = CompiledFunctions.Of(Function, $"namespace App; {startup}");

        Assert.Equal("1", (await functions.CallAsync("F_Get", new())).Body);
    }

    [Theory]
    [InlineData("int Get([FromServices] Closing closing) => 5")]
    [InlineData("Task<int> Get([FromServices] Closing closing) => Task.FromResult(5)")]
    public async Task A_service_that_closes_asynchronously_is_closed_with_its_event(string method)
    {
        var functions = CompiledFunctions.Of(
            $$"""
            namespace App;

            public class Closing : IAsyncDisposable
            {
                public static int Closed;
                public async ValueTask DisposeAsync() { await Task.Yield(); Closed++; }
            }

            [LambdaStartup]
            public class Startup { public void ConfigureServices(IServiceCollection s) => s.AddScoped<Closing>(); }

            public class F
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
                public {{method}};
            }
            """);

        await functions.CallAsync("F_Get", new());

        Assert.Equal(1, functions.Type("App.Closing").GetField("Closed")!.GetValue(null));
    }

    [Theory]
    [InlineData("AWSLambda0119", "{ public void ConfigureServices(IServiceCollection s) { } public Microsoft.Extensions.Hosting.HostApplicationBuilder ConfigureHostBuilder() => null!; }")]
    [InlineData("AWSLambda0107", "{ public void ConfigureServices(string s) { } }")]
    [InlineData("AWSLambda0107", "{ public object ConfigureHostBuilder() => null!; }")]
    [InlineData("AWSLambda0107", "{ private Startup() { } public void ConfigureServices(IServiceCollection s) { } }")]
    [InlineData("AWSLambda0107", "(int size) { public void ConfigureServices(IServiceCollection s) { } public int Size => size; }")]
    public void A_startup_that_cannot_be_used_is_an_error_at_its_name(string id, string body)
    {
        var source = $"namespace App; [LambdaStartup] public class Startup{body}";

        var error = Assert.Single(GeneratorRun.Of(source).Diagnostics);

        Assert.Equal((id, DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Equal("Startup", source.Substring(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length));
    }

    [Fact]
    public void A_startup_without_a_method_registers_nothing()
    {
        var run = GeneratorRun.Of(
            "namespace App; [LambdaStartup] public class Startup; public class F { [LambdaFunction] public string Get() => \"\"; }");

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors());
    }
}
