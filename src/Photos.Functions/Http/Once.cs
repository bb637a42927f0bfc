using System.Security.Cryptography;
using System.Text;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Photos.Library;
using Photos.Outcomes;
using Photos.Repeats;

namespace Photos.Functions.Http;

/// <summary>
/// Gives a request with an <c>Idempotency-Key</c> its effect once and every repetition the same answer, however many
/// arrive at once and wherever a process dies.
/// </summary>
/// <remarks>
/// The key is written down before the effect and the answer behind it. In between, others wait; when nobody can be at
/// it any more, the next takes over, and its effect writes the same thing under the same id. A refusal has no effect
/// and is not kept: the key is free again.
/// </remarks>
/// <param name="requests">Where keys are remembered.</param>
/// <param name="clock">Tells how long ago an effect was begun.</param>
public sealed class Once(IRequestStore requests, TimeProvider clock)
{
    private const int LongestKey = 255;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a repetition waits for the first to be answered: half of what most functions have.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>Answers with what <paramref name="effect"/> answers, or answered before.</summary>
    /// <param name="request">The request.</param>
    /// <param name="effect">Makes something under the given id; twice has to be the same as once.</param>
    /// <param name="keep">How long its answer is good; for ever when null.</param>
    /// <param name="ct">Ends the waiting.</param>
    internal async Task<IHttpResult> RunAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        Func<EntryId, Task<IHttpResult>> effect,
        TimeSpan? keep,
        CancellationToken ct)
    {
        if (Header.Of(request, "idempotency-key") is not { } key)
            return await effect(EntryId.New(clock));
        if (key.Length is 0 or > LongestKey || !key.All(each => each is >= ' ' and <= '~'))
            return Respond.With(Problem.Malformed("An Idempotency-Key is 1 to 255 characters of ASCII."), request);
        if (!Caller.Of(request).Is(out var owner, out var problem)
            || !RequestBody.BytesOf(request).Is(out var body, out problem))
            return Respond.With(problem, request);

        var mine = KeyedRequest.Begin(owner, key, DigestOf(request, body), clock);
        if (!(await ClaimAsync(mine, ct)).Is(out var claimed, out problem))
            return Respond.With(problem, request);

        return claimed.Answer is { } kept ? KeptAnswer.Read(kept) : await FinishAsync(claimed, effect, keep, ct);
    }

    // The request to be answered by its effect, or the answered one.
    private async Task<Outcome<KeyedRequest>> ClaimAsync(KeyedRequest mine, CancellationToken ct)
    {
        var waited = TimeSpan.Zero;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var now = clock.GetUtcNow();
            if (await requests.AddAsync(mine, now, ct))
                return mine;

            if (await requests.FindAsync(mine.Owner, mine.Key, now, ct) is not { } known)
                continue; // it was free again a moment ago
            if (known.Digest != mine.Digest)
                return OtherBody;
            if (known.IsAnswered(now))
                return known;

            var again = known.BeginAgain(now);
            var wait = known.Wait(now);
            if (wait <= TimeSpan.Zero && await requests.ReplaceAsync(again, ct))
                return again;
            if (waited >= Patience)
                return UnderWay(wait);

            await Task.Delay(pause, ct);
            waited += pause;
        }
    }

    private async Task<IHttpResult> FinishAsync(
        KeyedRequest claimed, Func<EntryId, Task<IHttpResult>> effect, TimeSpan? keep, CancellationToken ct)
    {
        var result = await effect(claimed.NewId);
        if ((int)result.StatusCode is < 200 or > 299)
        {
            await requests.RemoveAsync(claimed, ct);
            return result;
        }

        var until = keep is { } time ? clock.GetUtcNow() + time : claimed.ExpiresAt;
        var finished = claimed.Finish(KeptAnswer.Of(result), until);
        if (await requests.ReplaceAsync(finished, ct))
            return result;

        // So slow that another took over: what that one answers is the answer.
        return await requests.FindAsync(claimed.Owner, claimed.Key, clock.GetUtcNow(), ct) is { Answer: { } kept }
            ? KeptAnswer.Read(kept)
            : result;
    }

    private static Sha256 DigestOf(APIGatewayHttpApiV2ProxyRequest request, byte[] body)
    {
        var http = request.RequestContext?.Http;
        byte[] whole = [.. Encoding.UTF8.GetBytes($"{http?.Method} {http?.Path}\n"), .. body];
        return Sha256.TryParse(Convert.ToHexString(SHA256.HashData(whole)), out var digest)
            ? digest
            : throw new InvalidOperationException("A SHA-256 has 32 bytes.");
    }

    private static Problem OtherBody { get; } = new(
        ProblemKind.Contradiction,
        "idempotency-key-reused",
        "Another request had this Idempotency-Key. Send a new key with a new request.");

    private static Problem UnderWay(TimeSpan wait) => Problem.Conflict(
        "in-progress", "The same request is being answered right now. Repeat it in a moment.") with
    {
        RetryAfter = wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1),
    };
}
