namespace Lambda.Tests.Runtime;

/// <summary>Programs that tests compile and run as processes.</summary>
internal static class ProcessPrograms
{
    /// <summary>A bootstrap written by hand, whose function does what its event says.</summary>
    public const string ByHand =
        """
        using System.Text;
        using Amazon.Lambda.RuntimeSupport;

        var handler = async (Stream input, ILambdaContext context) =>
        {
            var text = new StreamReader(input).ReadToEnd();
            switch (text)
            {
                case "print":
                    Console.WriteLine("to the console");
                    Console.Write("in ");
                    Console.Write("pieces");
                    Console.Error.WriteLine("two\nlines");
                    LambdaLogger.Log("static");
                    context.Logger.LogWarning("{what} done", "well");
                    break;
                case "storm":
                    Parallel.For(0, 2_000, number =>
                    {
                        if (number % 2 == 0)
                            Console.WriteLine("printed");
                        else
                            context.Logger.LogInformation("logged");
                    });
                    break;
                case "exit":
                    Environment.Exit(7);
                    break;
                case "wait":
                    File.WriteAllText(Environment.GetEnvironmentVariable("STARTED")!, "");
                    await Task.Delay(700);
                    break;
                case "memory":
                    text = $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes} {context.MemoryLimitInMB}";
                    break;
                case "context":
                    var client = context.ClientContext;
                    text = string.Join('|', client?.Client?.AppTitle, client?.Custom?["k"], client?.Environment?["l"],
                        context.Identity.IdentityId, context.Identity.IdentityPoolId, context.LogGroupName,
                        context.LogStreamName, context.FunctionVersion);
                    break;
            }

            return (Stream)new MemoryStream(Encoding.UTF8.GetBytes(text));
        };
        await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
        Console.WriteLine("ended");
        """;

    /// <summary>A function whose Main is generated.</summary>
    public const string Generated =
        """
        [assembly: LambdaSerializer(typeof(App.Texts))]
        [assembly: LambdaGlobalProperties(GenerateMain = true)]

        namespace App;

        public class Functions
        {
            public Functions()
            {
                if (Environment.GetEnvironmentVariable("BROKEN") is null)
                    return;
                Console.Write("looking for the table");
                throw new InvalidOperationException("the table is missing");
            }

            [LambdaFunction]
            public string Upper(string input) => input.ToUpperInvariant();
        }

        public class Texts : ILambdaSerializer
        {
            public T Deserialize<T>(Stream stream) => (T)(object)new StreamReader(stream).ReadToEnd();

            public void Serialize<T>(T response, Stream stream)
            {
                var bytes = System.Text.Encoding.UTF8.GetBytes($"{response}");
                stream.Write(bytes, 0, bytes.Length);
            }
        }
        """;
}
