using Lambda.Benchmarks;

return args switch
{
    ["generator"] => GeneratorBenchmark.Run(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/Lambda.Benchmarks -- generator");
    return 2;
}
