using Lambda.Local.HttpApi;
using Lambda.Local.HttpApi.Description;
using Lambda.Local.Invoking;

namespace Lambda.Local.Console.History;

/// <summary>One thing that happened, from its beginning on; its facts come in while it goes on.</summary>
/// <remarks>
/// Written by whoever answers the request, read by the console at any moment: what a reader finds is some state between
/// beginning and end. Only the event's memory changes hands, and that under a lock.
/// </remarks>
internal sealed class Entry(Journal journal, long id, EntryKind kind, DateTimeOffset at, long start)
{
    /// <summary>Longer events are not kept.</summary>
    public const int MaxEvent = 64 * 1024;

    private const int MaxText = 512;
    private const int MaxFailure = 8 * 1024;

    private readonly Lock _changing = new();
    private PooledBuffer? _event;
    private volatile bool _isEnded;
    private bool _isForgotten;

    public long Id => id;

    public EntryKind Kind => kind;

    public DateTimeOffset At => at;

    /// <summary>Whether nothing but log lines can come any more.</summary>
    public bool IsEnded => _isEnded;

    /// <summary>Null for what was no request.</summary>
    public string? Method { get; private set; }

    /// <summary>As it was sent, without the query; for an event, what it was about.</summary>
    public string Path { get; private set; } = "";

    public Route? Route { get; private set; }

    public string? Function { get; private set; }

    /// <summary>Whether this was the function's first invocation.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>0 while it goes on, and for events, which have none.</summary>
    public int Status { get; private set; }

    /// <summary>Null while it goes on.</summary>
    public TimeSpan? Elapsed { get; private set; }

    /// <summary>Whether the gateway answered by itself.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What the gateway said of a token it refused.</summary>
    public string? Challenge { get; private set; }

    public ProblemText? Problem { get; private set; }

    /// <summary>The function's exception with all that is known of it.</summary>
    public string? Failure { get; private set; }

    /// <summary>The client went away before there was an answer.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>The entry whose event this repeats; 0 for none.</summary>
    public long Repeats { get; init; }

    public bool IsFailed => Failure is not null || Status >= 400;

    /// <summary>What the function logs, also when it was given up; null where none was called.</summary>
    public LogLines? Log { get; private set; }

    public bool HasEvent
    {
        get
        {
            lock (_changing)
                return _event is not null;
        }
    }

    public Entry Named(string? method, string path)
    {
        Method = Short(method);
        var query = path.IndexOf('?', StringComparison.Ordinal);
        Path = Short(query < 0 ? path : path[..query])!;
        return this;
    }

    public void Matched(Route route) => Route = route;

    public void Invoked(string function, Invocation invocation)
    {
        (Function, Log) = (function, invocation.Log);
        IsFirst = journal.CountCall(function);
    }

    public void Refused(GatewayAnswer answer)
    {
        Challenge = answer.Challenge;
        IsRefused = Function is null;
    }

    public void Failed(Exception failure)
    {
        var text = failure.InnerException is { } cause ? $"{failure.Message}\n{cause}" : failure.Message;
        Failure = text.Length > MaxFailure ? text[..MaxFailure] : text;
        if (Function is { } function)
            journal.CountError(function);
    }

    public void Abandoned() => IsAbandoned = true;

    /// <summary>Reads what a function's answer says of a refusal.</summary>
    public void Answered(ReadOnlySpan<byte> result) => Explained(ProblemText.Read(result));

    public void Explained(ProblemText? problem) => Problem = problem;

    /// <summary>The first word counts: a function that was given up may still end.</summary>
    public void End(int status)
    {
        if (_isEnded)
            return;

        (Status, Elapsed) = (status, journal.Since(start));
        _isEnded = true;
    }

    /// <summary>Takes over the event's memory, which nobody else may use from now on.</summary>
    public void Keep(PooledBuffer payload)
    {
        lock (_changing)
        {
            if (_isForgotten || payload.Length > MaxEvent)
                payload.Dispose();
            else
                _event = payload;
        }
    }

    /// <summary>Keeps a copy of an event that somebody still reads.</summary>
    public void KeepCopy(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MaxEvent)
            return;

        var copy = new PooledBuffer(payload.Length + 1);
        payload.CopyTo(copy.GetSpan(payload.Length));
        copy.Advance(payload.Length);
        Keep(copy);
    }

    /// <summary>A copy of the event; null where none was kept.</summary>
    public byte[]? CopyEvent()
    {
        lock (_changing)
            return _event?.Written.ToArray();
    }

    /// <summary>Gives back the memory of an entry that nobody sees any more.</summary>
    public void Forget()
    {
        lock (_changing)
        {
            _isForgotten = true;
            _event?.Dispose();
            _event = null;
        }
    }

    private static string? Short(string? text) => text?.Length > MaxText ? text[..MaxText] : text;
}
