using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Photos.Tests.Shared;

/// <summary>
/// Everything that the servers and functions of a test run print, and what none of it may hold. The last test of each
/// project looks through it: see <see cref="RunLogContract"/>.
/// </summary>
internal static class RunLog
{
    // Too short to be a secret, and bound to be found in some number.
    private const int ShortestSecret = 8;

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Hidden = [];
    private static readonly FileStream File = new(
        Path.Combine(Path.GetTempPath(), $"run-{Environment.ProcessId}-{Guid.CreateVersion7():N}.log"),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        bufferSize: 64 * 1024,
        FileOptions.DeleteOnClose);

    /// <summary>What a test knows and no log may tell: a password, a token, a subject.</summary>
    /// <returns>The same.</returns>
    public static string Hide(string secret)
    {
        Assert.True(secret.Length >= ShortestSecret, "That is too short to be told from a number.");
        lock (Gate)
            Hidden.Add(secret);
        return secret;
    }

    /// <summary>A token and whom it names.</summary>
    public static string HideToken(string token)
    {
        if (token.Split('.') is not [var head, var claims, var signature])
            return Hide(token);

        Hide(head);
        Hide(signature);
        using var read = JsonDocument.Parse(Base64Url.DecodeFromChars(Hide(claims)));
        Hide(read.RootElement.GetProperty("sub").GetString()!);
        return token;
    }

    public static void Add(string? line)
    {
        if (line is null)
            return;

        lock (Gate)
            File.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }

    /// <summary>Takes what a process prints until it ends.</summary>
    /// <returns>All of it.</returns>
    public static async Task<string> ReadAsync(StreamReader printed)
    {
        var all = new StringBuilder();
        while (await printed.ReadLineAsync() is { } line)
        {
            Add(line);
            all.AppendLine(line);
        }

        return all.ToString();
    }

    /// <summary>In place of the terminal of a server in this process.</summary>
    public static Stream NewTerminal() => new Terminal();

    /// <summary>All lines so far, and all that is hidden.</summary>
    public static (string[] Lines, string[] Secrets) Read()
    {
        lock (Gate)
        {
            File.Position = 0;
            using var reader = new StreamReader(File, leaveOpen: true);
            var lines = reader.ReadToEnd().Split('\n');
            File.Position = File.Length;
            return (lines, [.. Hidden]);
        }
    }

    private sealed class Terminal : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        // Whole lines, as the console writes them.
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (Gate)
                File.Write(buffer);
        }
    }
}
