using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Photos.LoadBenchmark;

/// <summary>
/// The gateway side by side with others, in one run on one machine: as fast as the fastest could be, or how much less.
/// </summary>
internal static class Benchmark
{
    private static readonly string[] Routes = ["hello", "photos"];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <returns>0 when every target is met, else 1.</returns>
    public static async Task<int> RunAsync(LoadOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("load-").FullName;
        var contenders = new List<Contender>();
        try
        {
            await StartAsync(contenders, folder, output);
            return await MeasureAsync(contenders, options, output) ? 0 : 1;
        }
        finally
        {
            foreach (var contender in contenders)
                await contender.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task StartAsync(List<Contender> contenders, string folder, TextWriter output)
    {
        var ours = await LocalPhotos.StartAsync(Report.InProcess, FreePorts(), Path.Combine(folder, "in-process"));
        contenders.Add(ours);
        var bodies = await SaveAnswersAsync(ours, Path.Combine(folder, "bodies"));

        var port = FreePorts();
        contenders.Add(await Contender.StartAsync(
            Report.Bare, port, new(Environment.ProcessPath!, [BareKestrel.Word, $"{port}", bodies])));

        if (await LocalPhotos.KnowsAsync(Report.Isolated))
            contenders.Add(await LocalPhotos.StartAsync(
                Report.Isolated, FreePorts(), Path.Combine(folder, "isolated"), Report.Isolated));
        else
            output.WriteLine($"{Report.Isolated} is left out: the program does not know it");

        output.WriteLine("installing serverless-offline ...");
        var (offline, missing) = await ServerlessOffline.StartAsync(
            FreePorts(), Path.Combine(folder, "offline"), bodies);
        if (offline is not null)
            contenders.Add(offline);
        else
            output.WriteLine($"serverless-offline is left out: {missing}");
    }

    private static async Task<bool> MeasureAsync(List<Contender> contenders, LoadOptions options, TextWriter output)
    {
        var report = new Report(contenders);
        var time = TimeSpan.FromSeconds((double)options.Seconds / options.Rounds);
        foreach (var contender in contenders)
        {
            foreach (var route in Routes)
                await LoadAsync(contender, route, options.Connections, WarmUp);
            report.Remember(contender);
        }

        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var route in Routes)
            {
                foreach (var contender in contenders)
                {
                    var load = await LoadAsync(contender, route, options.Connections, time);
                    report.Add(contender, route, load);
                    output.WriteLine(
                        $"round {round}  /{route,-7} {contender.Name,-19} {load.PerSecond,8:0} a second, "
                        + $"{load.Errors} errors");
                }
            }
        }

        return report.Write(output);
    }

    private static async Task<Load> LoadAsync(Contender contender, string route, int connections, TimeSpan time)
    {
        var before = contender.Processor;
        // All are asked the same: a token only where one is needed, though the others do not look at it.
        var token = route is "hello" ? null : contender.Token;
        var load = await new LoadClient(contender.Port, $"/{route}", token).RunAsync(connections, time);
        return load with { Microseconds = (contender.Processor - before).TotalMicroseconds / Math.Max(1, load.Count) };
    }

    // The others answer with what ours answered.
    private static async Task<string> SaveAnswersAsync(Contender ours, string folder)
    {
        Directory.CreateDirectory(folder);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ours.Token);
        foreach (var route in Routes)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, route),
                await http.GetByteArrayAsync(new Uri($"http://localhost:{ours.Port}/{route}")));
        }

        return folder;
    }

    /// <summary>The first of three in a row.</summary>
    private static int FreePorts()
    {
        while (true)
        {
            using var any = new TcpListener(IPAddress.Loopback, 0);
            any.Start();
            var port = ((IPEndPoint)any.LocalEndpoint).Port;
            if (port < 65_000 && IsFree(port + 1) && IsFree(port + 2))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
