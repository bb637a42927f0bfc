using System.Buffers;
using System.Text.Json;

namespace Amazon.Lambda.Observing;

/// <summary>
/// Makes the one line that each event leaves in the log: what was asked, by whom, what came of it and how long it took;
/// and in the same line the metrics that CloudWatch takes out of it.
/// </summary>
/// <remarks>
/// <code>
/// { "_aws": …, "stage", "route" | "function", "status", "ms", "user", "requestId", "invocation", "cold", "error",
///   "Duration", "ServerErrors", "ClientErrors", "ColdStarts" }
/// </code>
/// Members in lower case are there to be read and queried, those in upper case are the metrics. Nothing is a client's
/// text: a route is the template's, never a path or a query, and a failure is the name of its type. Only ASCII is
/// written, so that no character of any text can end the line. See docs/decisions/0031.
/// </remarks>
internal sealed class EventLog
{
    private const int ServerError = 500;
    private const int ClientError = 400;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Line, Utf8JsonWriter Json)? _pooled;

    private readonly string _function;
    private readonly string? _stage;
    private readonly Pseudonym? _users;
    private readonly EmbeddedMetrics? _metrics;

    /// <param name="function">The function's name, for events that have no route.</param>
    /// <param name="options">What the function's environment asks for.</param>
    public EventLog(string function, EventLogOptions options)
    {
        (_function, _stage) = (function, options.Stage);
        _users = options.UserKey is { } key ? new Pseudonym(key) : null;
        _metrics = options.Namespace is { } space ? new EmbeddedMetrics(space, _stage is not null) : null;
    }

    /// <summary>Whether there are metrics, which need every line.</summary>
    public bool HasMetrics => _metrics is not null;

    /// <summary>The line with its end; good until the next one of this thread.</summary>
    /// <param name="now">When the event was answered.</param>
    /// <param name="asked">The event as it came.</param>
    /// <param name="outcome">What became of it.</param>
    public ReadOnlySpan<byte> Line(DateTimeOffset now, ReadOnlySpan<byte> asked, in EventOutcome outcome)
    {
        Span<byte> room = stackalloc byte[EventFacts.Room];
        var facts = EventFacts.Read(asked, room);
        var (line, json) = _pooled ??= NewWriter();
        line.ResetWrittenCount();
        json.Reset();

        json.WriteStartObject();
        _metrics?.WriteHead(json, now, isRequest: !facts.Route.IsEmpty);
        if (_stage is not null)
            json.WriteString(Names.Stage, _stage);
        if (facts.Route.IsEmpty)
            WriteEvent(json, in outcome);
        else
            WriteRequest(json, in facts, in outcome);

        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
        return line.WrittenSpan;
    }

    private static (ArrayBufferWriter<byte> Line, Utf8JsonWriter Json) NewWriter()
    {
        var line = new ArrayBufferWriter<byte>(1024);
        return (line, new Utf8JsonWriter(line));
    }

    private void WriteRequest(Utf8JsonWriter json, in EventFacts facts, in EventOutcome outcome)
    {
        // The gateway makes a 500 of a failure.
        var status = outcome.Error is null ? AnswerStatus.Of(outcome.Answer.Span) : ServerError;
        json.WriteString(Names.Route, facts.Route);
        json.WriteNumber(Names.Status, status);
        var time = WriteTime(json, in outcome);
        if (_users is not null && !facts.Subject.IsEmpty)
            json.WriteString(Names.User, _users.Of(facts.Subject));
        if (!facts.RequestId.IsEmpty)
            json.WriteString(Names.RequestId, facts.RequestId);
        WriteRest(json, in outcome);

        if (_metrics is null)
            return;

        json.WriteNumber(Names.Duration, time);
        json.WriteNumber(Names.ServerErrors, status >= ServerError ? 1 : 0);
        json.WriteNumber(Names.ClientErrors, status is >= ClientError and < ServerError ? 1 : 0);
        json.WriteNumber(Names.ColdStarts, outcome.IsFirst ? 1 : 0);
    }

    private void WriteEvent(Utf8JsonWriter json, in EventOutcome outcome)
    {
        json.WriteString(Names.Function, _function);
        WriteTime(json, in outcome);
        WriteRest(json, in outcome);

        if (_metrics is not null)
            json.WriteNumber(Names.EventFailures, outcome.Error is null ? 0 : 1);
    }

    private static double WriteTime(Utf8JsonWriter json, in EventOutcome outcome)
    {
        var time = Math.Round(outcome.Time.TotalMilliseconds, 2);
        json.WriteNumber(Names.Milliseconds, time);
        return time;
    }

    private static void WriteRest(Utf8JsonWriter json, in EventOutcome outcome)
    {
        if (outcome.InvocationId is not null)
            json.WriteString(Names.Invocation, outcome.InvocationId);
        json.WriteBoolean(Names.Cold, outcome.IsFirst);
        if (outcome.Error is not null)
            json.WriteString(Names.Error, outcome.Error);
    }

    private static class Names
    {
        public static readonly JsonEncodedText Stage = JsonEncodedText.Encode(EmbeddedMetrics.Stage);
        public static readonly JsonEncodedText Route = JsonEncodedText.Encode("route");
        public static readonly JsonEncodedText Function = JsonEncodedText.Encode("function");
        public static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
        public static readonly JsonEncodedText Milliseconds = JsonEncodedText.Encode("ms");
        public static readonly JsonEncodedText User = JsonEncodedText.Encode("user");
        public static readonly JsonEncodedText RequestId = JsonEncodedText.Encode("requestId");
        public static readonly JsonEncodedText Invocation = JsonEncodedText.Encode("invocation");
        public static readonly JsonEncodedText Cold = JsonEncodedText.Encode("cold");
        public static readonly JsonEncodedText Error = JsonEncodedText.Encode("error");
        public static readonly JsonEncodedText Duration = JsonEncodedText.Encode(EmbeddedMetrics.Duration);
        public static readonly JsonEncodedText ServerErrors = JsonEncodedText.Encode(EmbeddedMetrics.ServerErrors);
        public static readonly JsonEncodedText ClientErrors = JsonEncodedText.Encode(EmbeddedMetrics.ClientErrors);
        public static readonly JsonEncodedText ColdStarts = JsonEncodedText.Encode(EmbeddedMetrics.ColdStarts);
        public static readonly JsonEncodedText EventFailures = JsonEncodedText.Encode(EmbeddedMetrics.EventFailures);
    }
}
