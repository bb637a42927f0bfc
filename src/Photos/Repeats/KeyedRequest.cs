using Photos.Library;

namespace Photos.Repeats;

/// <summary>A request that its client named, so that sending it again has no second effect.</summary>
public sealed record KeyedRequest
{
    /// <summary>How long a name is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Longer than the gateway waits: an effect begun before has ended, or its process has.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(35);

    /// <summary>Whose request.</summary>
    public required OwnerId Owner { get; init; }

    /// <summary>The client's name for it.</summary>
    public required string Key { get; init; }

    /// <summary>Of everything that makes it another request: its method, path and body.</summary>
    public required Sha256 Digest { get; init; }

    /// <summary>The id of whatever it makes: a second try writes the same thing.</summary>
    public required EntryId NewId { get; init; }

    /// <summary>Counts changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>When its effect was begun last, in UTC milliseconds.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the name is forgotten, in UTC seconds.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What was answered, at most 300 KB; null while nobody has been.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>Until when that is the answer; later the effect is begun again, to the same end.</summary>
    public DateTimeOffset? AnswerUntil { get; init; }

    /// <summary>One that begins now.</summary>
    public static KeyedRequest Begin(OwnerId owner, string key, Sha256 digest, TimeProvider clock)
    {
        var now = Instant.Rounded(clock.GetUtcNow());
        return new KeyedRequest
        {
            Owner = owner,
            Key = key,
            Digest = digest,
            NewId = EntryId.New(clock),
            Version = 1,
            StartedAt = now,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds((now + Lifetime).ToUnixTimeSeconds()),
        };
    }

    /// <summary>Whether the answer is there and still good.</summary>
    public bool IsAnswered(DateTimeOffset now) => Answer is not null && now < AnswerUntil;

    /// <summary>How long somebody may still be at it; nothing or less when nobody is.</summary>
    public TimeSpan Wait(DateTimeOffset now) => Answer is null ? StartedAt + Lease - now : TimeSpan.Zero;

    /// <summary>Begun again, by somebody else.</summary>
    public KeyedRequest BeginAgain(DateTimeOffset now) => this with
    {
        Version = Version + 1,
        StartedAt = Instant.Rounded(now),
        Answer = null,
        AnswerUntil = null,
    };

    /// <summary>With its answer.</summary>
    public KeyedRequest Finish(byte[] answer, DateTimeOffset until) =>
        this with { Version = Version + 1, Answer = answer, AnswerUntil = Instant.Rounded(until) };
}
