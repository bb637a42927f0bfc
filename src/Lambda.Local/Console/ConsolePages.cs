using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console;

/// <summary>The console's page, its style and its scripts: they travel in the program.</summary>
internal sealed class ConsolePages
{
    private const string Prefix = "console/";
    private const string Start = "index.html";

    private readonly FrozenDictionary<string, byte[]> _files = Read();

    /// <returns>False where there is no such file.</returns>
    public async Task<bool> TryAnswerAsync(HttpContext context, string path)
    {
        if (!_files.TryGetValue(path is "" or "/" ? Start : path.TrimStart('/'), out var file))
            return false;

        var response = context.Response;
        response.ContentType = TypeOf(path);
        response.ContentLength = file.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(file, context.RequestAborted);
        return true;
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    };

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = typeof(ConsolePages).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => name[Prefix.Length..].Replace('\\', '/'),
                name =>
                {
                    using var resource = assembly.GetManifestResourceStream(name)!;
                    var file = new byte[resource.Length];
                    resource.ReadExactly(file);
                    return file;
                });
    }
}
