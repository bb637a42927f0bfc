using System.Diagnostics;
using System.Text.Json;

namespace Photos.Tests.Shared;

/// <summary>One request and its answer, as the network saw them.</summary>
/// <param name="Sent">The request's JSON; null for none.</param>
internal sealed record Exchange(
    string Method, string Target, object? Sent, int Status, IReadOnlyDictionary<string, string> Headers, string Text);

/// <summary>Holds an OpenAPI document against the specification, and against what an API really answered.</summary>
internal static class OpenApiCheck
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Fails with one line for each thing that is wrong.</summary>
    public static async Task PassesAsync(string document, params Exchange[] exchanges)
    {
        var complaints = await RunAsync(document, exchanges, TestContext.Current.CancellationToken);
        Assert.True(complaints is "", complaints);
    }

    private static async Task<string> RunAsync(string document, Exchange[] exchanges, CancellationToken ct)
    {
        await NodePackages.EnsureAsync();
        var seen = exchanges is [] ? null : Path.GetTempFileName();
        try
        {
            string[] words = [Path.Combine(Repository.Root, "test", "Shared", "openapi.mjs"), document];
            if (seen is not null)
                await File.WriteAllTextAsync(seen, JsonSerializer.Serialize(exchanges, Web), ct);

            var start = new ProcessStartInfo("node", seen is null ? words : [.. words, seen])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEndAsync(ct);
            var complaints = await node.StandardOutput.ReadToEndAsync(ct);
            await node.WaitForExitAsync(ct);
            return complaints + await errors;
        }
        finally
        {
            if (seen is not null)
                File.Delete(seen);
        }
    }
}
