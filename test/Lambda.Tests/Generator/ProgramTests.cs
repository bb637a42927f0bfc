namespace Lambda.Tests.Generator;

/// <summary>
/// The generated <c>Main</c>. It reads the process's environment, so nothing runs beside these tests.
/// </summary>
[CollectionDefinition(nameof(ProgramTests), DisableParallelization = true)]
[Collection(nameof(ProgramTests))]
public sealed class ProgramTests : IDisposable
{
    private const string Functions =
        """
        [assembly: LambdaGlobalProperties(GenerateMain = true)]

        namespace App
        {
            public class Photos { [LambdaFunction] public string List() => ""; [LambdaFunction] public void Sweep() { } }
            public class Books { [LambdaFunction] public string List() => ""; }
        }
        """;

    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _said = new();

    public ProgramTests() => Console.SetError(_said);

    public void Dispose()
    {
        Console.SetError(_error);
        Environment.SetEnvironmentVariable("ANNOTATIONS_HANDLER", null);
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("Gone", "is 'Gone'")]
    [InlineData("List", "is 'List'")]
    public async Task A_name_that_no_function_has_ends_the_process_and_says_which_there_are(string? name, string found)
    {
        Environment.SetEnvironmentVariable("ANNOTATIONS_HANDLER", name);

        var code = await CompiledFunctions.Of(GeneratorRun.OfProgram(Functions)).MainAsync();

        Assert.Equal(1, code);
        Assert.Equal(
            $"ANNOTATIONS_HANDLER {found}; it names one of: Books.List, Photos.List, Sweep.{Environment.NewLine}",
            _said.ToString());
    }
}
