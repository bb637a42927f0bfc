using System.ComponentModel;
using System.Diagnostics;

namespace Photos.LoadBenchmark;

/// <summary>
/// What most people run in this place: serverless-offline, with functions that return the same bytes and ask nobody for
/// a token.
/// </summary>
internal static class ServerlessOffline
{
    private static readonly string[] Packages = ["serverless@3.40.0", "serverless-offline@13.10.1"];

    private const string Service =
        """
        service: load
        provider: { name: aws, runtime: nodejs20.x }
        plugins: [serverless-offline]
        functions:
          hello: { handler: handler.hello, events: [{ httpApi: 'GET /hello' }] }
          photos: { handler: handler.photos, events: [{ httpApi: 'GET /photos' }] }
        """;

    private const string Handlers =
        """
        const { readFileSync } = require("node:fs");
        const answer = (name) => {
          const body = readFileSync(`${process.env.BODIES}/${name}`, "utf8");
          return async () => ({ statusCode: 200, headers: { "content-type": "application/json" }, body });
        };
        exports.hello = answer("hello");
        exports.photos = answer("photos");
        """;

    /// <returns>Null with the reason why it cannot run here.</returns>
    public static async Task<(Contender? Running, string? Missing)> StartAsync(int port, string folder, string bodies)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "serverless.yml"), Service);
        await File.WriteAllTextAsync(Path.Combine(folder, "handler.js"), Handlers);
        if (await InstallAsync(folder) is { } problem)
            return (null, problem);

        var start = new ProcessStartInfo(
            "node",
            [
                Path.Combine(folder, "node_modules", "serverless", "bin", "serverless.js"),
                "offline", "--host", "127.0.0.1", "--httpPort", $"{port}", "--lambdaPort", $"{port + 1}",
            ])
        {
            WorkingDirectory = folder,
        };
        start.Environment["BODIES"] = bodies;
        start.Environment["SLS_TELEMETRY_DISABLED"] = "1";
        start.Environment["SLS_NOTIFICATIONS_MODE"] = "off";
        return (await Contender.StartAsync("serverless-offline", port, start), null);
    }

    private static async Task<string?> InstallAsync(string folder)
    {
        try
        {
            var start = new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--silent", .. Packages])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = await npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? null : $"npm could not install it: {errors}{await output}".Trim();
        }
        catch (Win32Exception)
        {
            return "there is no npm on the PATH";
        }
    }
}
