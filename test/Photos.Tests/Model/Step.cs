using System.Text.Json;

namespace Photos.Tests.Model;

/// <summary>One thing that happens in a story; it can be read as a sentence.</summary>
internal abstract record Step
{
    public abstract Task PlayAsync(Play play);

    public abstract override string ToString();
}

/// <summary>A request, and what has to be answered.</summary>
internal abstract record Request(Person Who) : Step
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A name for it, with which it can be repeated; none when null.</summary>
    public string? Key { get; init; }

    /// <summary>How long its answer is kept under its key.</summary>
    public virtual TimeSpan Keep => TimeSpan.FromDays(1);

    /// <summary>What is asked, in the world as it is.</summary>
    public abstract Asked Ask(World world);

    /// <summary>What has to be answered; the world is another one then.</summary>
    public abstract Said Expect(World world);

    public sealed override Task PlayAsync(Play play) => play.AskAsync(this);

    public sealed override string ToString() => $"{Who} {Says}{(Key is null ? "" : $", under key {Key}")}";

    protected abstract string Says { get; }

    protected static Asked Get(string path, params (string Name, string? Value)[] query) =>
        new("GET", path, null, query);

    protected static Asked Post(string path, object? body = null) => Send("POST", path, body);

    protected static Asked Send(string method, string path, object? body = null) =>
        new(method, path, body is null ? null : JsonSerializer.Serialize(body, Json), []);
}

/// <summary>A request as it goes over the wire.</summary>
internal sealed record Asked(
    string Method, string Path, string? Body, IReadOnlyList<(string Name, string? Value)> Query)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What makes it another request, as far as keys are concerned.</summary>
    public string Text => $"{Method} {Path} {Body}";

    /// <summary>A parameter of the query; null when it is not there.</summary>
    public string? this[string name] => Query.FirstOrDefault(each => each.Name == name).Value;

    /// <summary>The page behind that one.</summary>
    public Asked After(string next) => this with { Query = [.. Query, ("after", next)] };
}

/// <summary>A change of something, for whoever has seen it so.</summary>
internal abstract record Change(Person Who, Match Match) : Request(Who)
{
    public sealed override Asked Ask(World world) => AskFor(world) with
    {
        Headers = Match switch
        {
            Match.Any => [],
            Match.Star => [("if-match", "*")],
            Match.Wrong => [("if-match", "\"7777.0\"")],
            Match.First or Match.Last => [("if-match", Subject(world)?.Tag(Match == Match.First) ?? "\"1\"")],
        },
    };

    public sealed override Said Expect(World world) => IsNeeded && Match == Match.Any
        ? Said.No(428, "precondition-required")
        : Subject(world) switch
        {
            null => Said.Missing,
            _ when Match == Match.Wrong => Said.Changed,
            var subject when Match is Match.First or Match.Last && !subject.IsCurrent(Match == Match.First) =>
                Said.Changed,
            _ => ExpectChange(world),
        };

    /// <summary>Whether it has to be said which version was seen.</summary>
    protected virtual bool IsNeeded => false;

    /// <summary>What is changed, if it is there for who asks.</summary>
    protected abstract Thing? Subject(World world);

    protected abstract Asked AskFor(World world);

    protected abstract Said ExpectChange(World world);

    protected string Seen => Match switch
    {
        Match.Any => "",
        Match.Star => ", whatever it is",
        Match.Wrong => ", as nobody saw it",
        Match.First => ", as first seen",
        Match.Last => ", as last seen",
    };
}

/// <summary>Which version somebody is willing to change.</summary>
internal enum Match
{
    Any,
    Star,
    First,
    Last,
    Wrong,
}
