using System.Text.Json;
using Lambda.Local.Console.History;
using Lambda.Local.Console.Showing;

namespace Lambda.Local.Console.Api;

/// <summary>Writes an entry of the journal as the console shows it: nothing that opens doors.</summary>
internal static class EntryJson
{
    private const int MaxSentence = 300;

    /// <summary>What fits into a line.</summary>
    public static void Write(Utf8JsonWriter json, Entry entry)
    {
        json.WriteStartObject();
        WriteMembers(json, entry);
        json.WriteEndObject();
    }

    /// <summary>All that is known.</summary>
    public static void WriteWhole(Utf8JsonWriter json, Entry entry)
    {
        json.WriteStartObject();
        WriteMembers(json, entry);
        if (entry.Failure is { } failure)
            json.WriteString("exception", Secrets.Hide(failure));

        json.WriteStartArray("lines");
        foreach (var line in entry.Log?.Copy() ?? [])
        {
            json.WriteStartObject();
            json.WriteString("level", line.Level.ToString());
            json.WriteString("text", Secrets.Hide(line.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (entry.CopyEvent() is { } kept)
        {
            json.WritePropertyName("event");
            new MaskedJson(entry.Route is null ? null : ShownPath.Of(entry.Path, entry.Route)).WriteText(json, kept);
        }

        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Entry entry)
    {
        json.WriteNumber("id", entry.Id);
        json.WriteString("kind", NameOf(entry.Kind));
        json.WriteString("at", entry.At);
        WriteText(json, "method", entry.Method);
        json.WriteString("path", ShownPath.Of(entry.Path, entry.Route));
        WriteText(json, "route", entry.Route?.Key);
        WriteText(json, "function", entry.Function);
        if (entry.Repeats != 0)
            json.WriteNumber("repeats", entry.Repeats);
        if (entry.Elapsed is { } elapsed)
            json.WriteNumber("ms", Math.Round(elapsed.TotalMilliseconds, 1));
        if (entry.Status != 0 && entry.Elapsed is not null)
            json.WriteNumber("status", entry.Status);
        WriteFlag(json, "failed", entry.IsFailed);
        WriteFlag(json, "first", entry.IsFirst);
        WriteFlag(json, "refused", entry.IsRefused);
        WriteFlag(json, "abandoned", entry.IsAbandoned);
        WriteFlag(json, "repeatable", entry is { HasEvent: true, Function: not null });
        WriteText(json, "challenge", entry.Challenge);
        WriteText(json, "error", FirstSentence(entry.Failure));
        WriteProblem(json, entry.Problem);
        json.WriteNumber("logged", entry.Log?.Count ?? 0);
    }

    private static void WriteProblem(Utf8JsonWriter json, ProblemText? problem)
    {
        if (problem is null)
            return;

        json.WriteStartObject("problem");
        WriteText(json, "code", problem.Code);
        WriteText(json, "title", problem.Title);
        WriteText(json, "detail", problem.Detail);
        json.WriteEndObject();
    }

    private static string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.Request => "request",
        EntryKind.Guard => "authorizer",
        EntryKind.SignIn => "sign-in",
        EntryKind.ObjectStore => "object-store",
        EntryKind.Event => "event",
        EntryKind.Sent => "sent",
        EntryKind.Replay => "replay",
    };

    // The function's own words, which its second line has where the first only says that it failed.
    private static string? FirstSentence(string? failure)
    {
        if (failure?.Split('\n') is not [var first, .. var more])
            return null;

        var sentence = (more is [var cause, ..] ? cause : first).Trim();
        return sentence.Length > MaxSentence ? sentence[..MaxSentence] : sentence;
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, Secrets.Hide(text));
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
            json.WriteBoolean(name, true);
    }
}
