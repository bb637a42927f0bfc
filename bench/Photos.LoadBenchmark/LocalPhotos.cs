using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Photos.LoadBenchmark;

/// <summary>This project's own program, as it was built beside this one, with photos in a scratch folder.</summary>
internal static class LocalPhotos
{
    private const int PhotoCount = 20;

    private static readonly string Program = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "Photos.Local", Build, "Photos.Local.dll"));

    // Beside this one and built in the same way: artifacts/bin/NAME/release.
    private static string Build => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <param name="port">The site's; the API has the next.</param>
    /// <param name="data">Made where missing.</param>
    /// <param name="words">More options of the program.</param>
    public static async Task<Contender> StartAsync(string name, int port, string data, params string[] words)
    {
        string[] options = ["--port", $"{port}", "--data", data];
        var token = (await OutputAsync(["token", "ada", .. options])).Trim();
        var running = await Contender.StartAsync(
            name, port + 1, new ProcessStartInfo("dotnet", [Program, .. options, .. words]), token);
        await AddPhotosAsync(running);
        return running;
    }

    /// <summary>Whether the program knows an option.</summary>
    public static async Task<bool> KnowsAsync(string option) =>
        (await OutputAsync(["--help"])).Contains(option, StringComparison.Ordinal);

    private static async Task<string> OutputAsync(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(await errors);
    }

    private static async Task AddPhotosAsync(Contender running)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{running.Port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", running.Token);
        using var media = new HttpClient();
        for (var number = 0; number < PhotoCount; number++)
        {
            byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, (byte)number];
            var announced = await PostAsync(http, "/uploads", new
            {
                name = $"IMG_{number}.jpg",
                type = "image/jpeg",
                bytes = picture.Length,
                sha256 = Convert.ToHexStringLower(SHA256.HashData(picture)),
            });
            if (!announced.TryGetProperty("put", out var put))
                return; // A second start on the same folder finds them there.

            using var sending = new HttpRequestMessage(HttpMethod.Put, put.GetProperty("url").GetString());
            sending.Content = new ByteArrayContent(picture);
            foreach (var header in put.GetProperty("headers").EnumerateObject())
            {
                if (!sending.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
                    sending.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }

            using var sent = await media.SendAsync(sending);
            sent.EnsureSuccessStatusCode();
            await PostAsync(http, "/photos", new { id = announced.GetProperty("id").GetString() });
        }
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode} {text}");
    }
}
