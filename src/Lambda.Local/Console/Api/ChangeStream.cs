using System.Text.Json;
using Lambda.Local.Console.Access;
using Lambda.Local.Console.Faults;
using Lambda.Local.Console.History;
using Lambda.Local.HttpApi;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console.Api;

/// <summary>
/// What is new, as it happens: server-sent events, a few times a second at most however much happens.
/// </summary>
internal sealed class ChangeStream(
    Journal journal, FunctionList functions, FaultBoard faults, CancellationToken stopping)
{
    private const int MaxReaders = 32;
    private const int UsualSize = 4096;

    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(150);

    // A comment now and then: without it, nobody would notice a reader that is gone.
    private const int TurnsBetweenComments = 100;

    private int _readers;

    public async Task<ConsoleRefusal?> SendAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _readers) > MaxReaders)
        {
            Interlocked.Decrement(ref _readers);
            return new(StatusCodes.Status503ServiceUnavailable, $"{MaxReaders} windows watch already; close one.");
        }

        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await SendAsync(context.Response, end.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // The window was closed, or the program ends.
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }

        return null;
    }

    private async Task SendAsync(HttpResponse response, CancellationToken ct)
    {
        response.ContentType = "text/event-stream";
        var reader = new JournalReader(journal);
        var seenFaults = -1;
        using var rhythm = new PeriodicTimer(Rhythm);
        for (var quiet = 0; ; quiet++)
        {
            var (isCleared, changes, version) = (reader.IsCleared(), reader.Changes(), faults.Version);
            if (isCleared || changes is not [] || version != seenFaults)
            {
                using var message = Message(isCleared, changes);
                await response.Body.WriteAsync(message.Written, ct);
                await response.Body.FlushAsync(ct);
                (quiet, seenFaults) = (0, version);
            }
            else if (quiet >= TurnsBetweenComments)
            {
                await response.Body.WriteAsync(":\n\n"u8.ToArray(), ct);
                await response.Body.FlushAsync(ct);
                quiet = 0;
            }

            await rhythm.WaitForNextTickAsync(ct);
        }
    }

    private PooledBuffer Message(bool isCleared, IReadOnlyList<Entry> changes)
    {
        var message = new PooledBuffer(UsualSize);
        Append(message, "data: "u8);
        using (var json = new Utf8JsonWriter(message, ConsoleJson.Spelling))
        {
            json.WriteStartObject();
            json.WriteNumber("run", journal.Run);
            json.WriteBoolean("cleared", isCleared);
            json.WriteStartArray("requests");
            foreach (var entry in changes)
                EntryJson.Write(json, entry);
            json.WriteEndArray();
            json.WriteStartArray("functions");
            foreach (var function in functions.All)
                WriteNews(json, function.LogicalId);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Append(message, "\n\n"u8);
        return message;
    }

    private void WriteNews(Utf8JsonWriter json, string function)
    {
        json.WriteStartObject();
        json.WriteString("name", function);
        FunctionJson.WriteNews(json, journal.TallyOf(function), faults.Find(function));
        json.WriteEndObject();
    }

    private static void Append(PooledBuffer message, ReadOnlySpan<byte> text)
    {
        text.CopyTo(message.GetSpan(text.Length));
        message.Advance(text.Length);
    }
}
