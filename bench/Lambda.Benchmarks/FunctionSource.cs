using System.Globalization;
using System.Text;

namespace Lambda.Benchmarks;

/// <summary>A project of many functions, ten to a class and a class to a file, as people write them.</summary>
internal static class FunctionSource
{
    private const int PerClass = 10;

    private const string Head =
        """
        using System;
        using System.Threading.Tasks;
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Annotations.APIGateway;
        using Amazon.Lambda.Core;

        """;

    public static string Startup { get; } =
        Head + """
        using Microsoft.Extensions.DependencyInjection;

        [assembly: LambdaSerializer(typeof(Shop.NoSerializer))]

        namespace Shop;

        public sealed class NoSerializer : ILambdaSerializer
        {
            public T Deserialize<T>(System.IO.Stream requestStream) => default!;
            public void Serialize<T>(T response, System.IO.Stream responseStream) { }
        }

        [LambdaStartup]
        public sealed class Startup
        {
            public void ConfigureServices(IServiceCollection services) { }
        }
        """;

    /// <summary>A file that has nothing to do with functions; each number makes another text of it.</summary>
    public static string Unrelated(int number) =>
        $"namespace Shop;\n\ninternal static class Prices\n{{\n    public const int Lowest = {number};\n}}\n";

    public static IEnumerable<string> Classes(int functions)
    {
        for (var first = 0; first < functions; first += PerClass)
            yield return Class(first, Math.Min(PerClass, functions - first));
    }

    private static string Class(int first, int count)
    {
        var code = new StringBuilder(Head).Append(CultureInfo.InvariantCulture, $$"""
            namespace Shop;

            public sealed class Orders{{first}}
            {

            """);
        for (var number = first; number < first + count; number++)
        {
            code.Append(CultureInfo.InvariantCulture, $$"""
                    /// <summary>200 with the order, or 404.</summary>
                    [LambdaFunction(MemorySize = 512, Timeout = 15)]
                    [HttpApi(LambdaHttpMethod.Get, "/orders{{number}}/{id}")]
                    public async Task<IHttpResult> Get{{number}}(
                        Guid id, [FromQuery] int limit, [FromQuery] string? after, ILambdaContext context)
                    {
                        await Task.Yield();
                        return HttpResults.Ok(id);
                    }

                """);
        }

        return code.Append("}\n").ToString();
    }
}
