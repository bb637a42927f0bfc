namespace Lambda.Tests.Generator;

/// <summary>Generated handlers, compiled and called: where a function's services come from.</summary>
public sealed class ServiceTests
{
    private const string Startup =
        """
        namespace App;

        public class Counter { public int Count { get; set; } }

        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddScoped<Counter>();
        }
        """;

    [Fact]
    public async Task A_constructor_takes_services()
    {
        var functions = CompiledFunctions.Of(
            Startup,
            """
            namespace App;

            public class F(IServiceProvider services)
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
                public string Get() => services.GetRequiredService<ILambdaSerializer>().GetType().Name;
            }
            """);

        Assert.Equal("ReflectionSerializer", (await functions.CallAsync("F_Get", new())).Body);
    }

    [Fact]
    public async Task A_parameter_takes_a_service_of_this_events_scope()
    {
        var functions = CompiledFunctions.Of(
            Startup,
            """
            namespace App;

            public class F
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
                public int Get([FromServices] Counter one, [FromServices] Counter same) => ++one.Count + ++same.Count;
            }
            """);

        Assert.Equal("3", (await functions.CallAsync("F_Get", new())).Body);
        Assert.Equal("3", (await functions.CallAsync("F_Get", new())).Body);
    }

    [Fact]
    public async Task A_startup_may_register_the_function_class_another_way()
    {
        var functions = CompiledFunctions.Of(
            Startup.Replace("AddScoped<Counter>()", "AddSingleton(new F(\"mine\"))", StringComparison.Ordinal),
            """
            namespace App;

            public class F(string name)
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
                public string Get() => name;
            }
            """);

        Assert.Equal("mine", (await functions.CallAsync("F_Get", new())).Body);
    }

    [Fact]
    public void A_function_that_cannot_be_made_fails_before_the_first_event()
    {
        var functions = CompiledFunctions.Of(
            Startup,
            """
            namespace App;

            public class F
            {
                public F() => throw new InvalidOperationException("no table");

                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/x")]
                public string Get() => "";
            }
            """);

        var error = Assert.ThrowsAny<Exception>(() => Activator.CreateInstance(functions.Type("App.F_Get_Generated")));
        Assert.Equal("no table", error.GetBaseException().Message);
    }

    [Fact]
    public void A_function_without_a_route_hands_its_event_on()
    {
        var functions = CompiledFunctions.Of(
            """
            namespace App;

            public class F
            {
                [LambdaFunction]
                public string Sweep(int days, ILambdaContext context) => $"{days} {context.RemainingTime}";
            }
            """);

        var handler = functions.Type("App.F_Sweep_Generated");
        var answer = handler.GetMethod("Sweep")!.Invoke(
            Activator.CreateInstance(handler), [30, CompiledFunctions.Context(TimeSpan.FromSeconds(1))]);

        Assert.Equal("30 00:00:01", answer);
    }
}
