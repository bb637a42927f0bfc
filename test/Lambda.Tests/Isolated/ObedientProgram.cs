namespace Lambda.Tests.Isolated;

/// <summary>A function that does what its event says, also what no function should.</summary>
public sealed class ObedientProgram : IDisposable
{
    private const string Source =
        """
        using System.Net.Http;
        using System.Text;
        using Amazon.Lambda.RuntimeSupport;

        string Variable(string name) => Environment.GetEnvironmentVariable(name);
        if (Variable("STARTS") is { } starts)
            File.AppendAllText(starts, $"{Environment.ProcessId}\n");
        if (Variable("MUTE") is not null)
            Thread.Sleep(-1);
        if (Variable("FATAL") is not null)
            return 3;

        var api = $"http://{Variable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/";
        using var http = new HttpClient();
        async Task<int> Ask(HttpMethod method, string address, string body = "{}") => (int)(await http.SendAsync(
            new HttpRequestMessage(method, address) { Content = new StringContent(body) })).StatusCode;

        async Task<string> ProbeAsync(ILambdaContext context)
        {
            var own = $"invocation/{context.AwsRequestId}/response";
            var root = new Uri(api).GetLeftPart(UriPartial.Authority);

            return string.Join(' ',
                await Ask(HttpMethod.Post, api + "invocation/another/response"),
                await Ask(HttpMethod.Post, api + "invocation/another/error"),
                await Ask(HttpMethod.Get, api + "invocation/next"),
                await Ask(HttpMethod.Post, api + "init/error"),
                await Ask(HttpMethod.Get, api + "invocation/nothing"),
                await Ask(HttpMethod.Post, api.Replace("/2018", "0/2018") + own),
                await Ask(HttpMethod.Post, $"{root}/2018-06-01/runtime/{own}"));
        }

        var handler = async (Stream input, ILambdaContext context) =>
        {
            var text = new StreamReader(input).ReadToEnd();
            switch (text.Split(' '))
            {
                case ["pid"]: text = $"{Environment.ProcessId}"; break;
                case ["print"]:
                    Console.WriteLine("printed");
                    context.Logger.LogWarning("warned");
                    break;
                case ["hang"]:
                    context.Logger.LogInformation($"hanging in {Environment.ProcessId}");
                    await Task.Delay(-1);
                    break;
                case ["throw"]: throw new InvalidOperationException("no such photo");
                case ["exit"]: Environment.Exit(7); break;
                case ["kill"]: System.Diagnostics.Process.GetCurrentProcess().Kill(); break;
                case ["large"]: text = new string('x', 6 * 1024 * 1024 + 1); break;
                case ["overflow", var file]:
                    var status = await Ask(
                        HttpMethod.Post,
                        $"{api}invocation/{context.AwsRequestId}/response",
                        new string('x', 6 * 1024 * 1024 + 1));
                    File.WriteAllText(file, $"{status}");
                    await Task.Delay(-1);
                    break;
                case ["probe"]: text = await ProbeAsync(context); break;
                case ["make", var file]: File.WriteAllText(file, ""); break;
                case ["wait", var file]:
                    while (!File.Exists(file))
                        await Task.Delay(5);
                    break;
                case ["variables", .. var names]: text = string.Join('|', names.Select(Variable)); break;
                case ["context"]:
                    text = string.Join('|', context.FunctionName, context.MemoryLimitInMB, context.InvokedFunctionArn,
                        Guid.TryParse(context.AwsRequestId, out _), context.TraceId.StartsWith("Root=1-"),
                        (int)context.RemainingTime.TotalSeconds is > 50 and < 60);
                    break;
            }

            return (Stream)new MemoryStream(Encoding.UTF8.GetBytes(text));
        };

        return await LambdaBootstrapBuilder.Create(handler)
            .UseBootstrapHandler(() => Variable("BROKEN") is null
                ? Task.FromResult(true)
                : throw new InvalidOperationException("the table is missing"))
            .Build().RunAsync();
        """;

    private readonly Runtime.CompiledProgram _compiled = new(Source);

    internal string Path => _compiled.Path;

    /// <summary>A name for a file that is not there yet.</summary>
    internal string NewFile() => _compiled.InFolder($"{Guid.CreateVersion7():N}");

    public void Dispose() => _compiled.Dispose();
}
