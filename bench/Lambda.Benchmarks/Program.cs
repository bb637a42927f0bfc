using Lambda.Benchmarks;

return args switch
{
    ["generator"] => GeneratorBenchmark.Run(Console.Out),
    ["event-log"] => EventLogBenchmark.Run(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/Lambda.Benchmarks -- generator|event-log");
    return 2;
}
