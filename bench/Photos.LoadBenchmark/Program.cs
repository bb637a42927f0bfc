using Photos.LoadBenchmark;

// One of the contenders is this program itself, started again.
if (args is [BareKestrel.Word, var port, var bodies])
{
    await BareKestrel.ServeAsync(port, bodies);
    return 0;
}

try
{
    return await Benchmark.RunAsync(LoadOptions.From(args), Console.Out);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
