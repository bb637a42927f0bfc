using System.Net;
using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Photos.LoadBenchmark;

/// <summary>The least that could answer: Kestrel, two paths, the same bytes each time.</summary>
internal static class BareKestrel
{
    /// <summary>What this program is told to be it.</summary>
    public const string Word = "bare-kestrel";

    /// <param name="bodies">A folder with the answer of each route in a file of its name.</param>
    public static async Task ServeAsync(string port, string bodies)
    {
        var files = Directory.GetFiles(bodies).ToDictionary(
            file => new PathString($"/{Path.GetFileName(file)}"), File.ReadAllBytes);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
        });

        await using var app = builder.Build();
        app.Run(async context =>
        {
            var body = files[context.Request.Path];
            context.Response.ContentType = MediaTypeNames.Application.Json;
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body);
        });
        await app.RunAsync();
    }
}
