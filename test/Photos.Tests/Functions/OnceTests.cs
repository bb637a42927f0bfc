using System.Net;
using Amazon.Lambda.Annotations.APIGateway;
using Photos.Embedded;
using Photos.Functions.Http;
using Photos.Functions.Views;
using Photos.Library;
using Photos.Outcomes;
using Photos.Repeats;
using Photos.Tests.Stores;

namespace Photos.Tests.Functions;

public sealed class OnceTests(ScratchDatabase scratch) : IClassFixture<ScratchDatabase>, IAsyncLifetime
{
    private readonly FixedClock _clock = new(A.Noon);
    private readonly List<EntryId> _effects = [];
    private DyingStore _store = null!;
    private Once _once = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new DyingStore(new SqliteRequestStore(await scratch.NewAsync(Ct)));
        _once = new Once(_store, _clock) { Patience = TimeSpan.FromMilliseconds(100) };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_same_request_has_one_effect_and_one_answer()
    {
        var first = await RunAsync("k", "body");
        var second = await RunAsync("k", "body");

        Assert.Equal((first.Status, first.Text), (second.Status, second.Text));
        Assert.Equal(first.Headers.OrderBy(header => header.Key), second.Headers.OrderBy(header => header.Key));
        Assert.Single(_effects);
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_a_contradiction_and_the_first_answer_stays()
    {
        var first = await RunAsync("k", "body");

        Assert.Equal(422, (await RunAsync("k", "other body")).Status);
        Assert.Equal(first.Text, (await RunAsync("k", "body")).Text);
        Assert.Single(_effects);
    }

    [Fact]
    public async Task Keys_of_two_people_have_nothing_to_do_with_each_other()
    {
        await RunAsync("k", "body");

        Assert.Equal(201, (await RunAsync("k", "other body", A.Stranger)).Status);
    }

    [Fact]
    public async Task Without_a_key_every_request_has_its_effect()
    {
        await RunAsync(null, "body");
        await RunAsync(null, "body");

        Assert.Equal(2, _effects.Distinct().Count());
    }

    [Fact]
    public async Task Who_dies_behind_the_effect_is_followed_by_one_who_does_the_same_again()
    {
        _store.DiesAtReplace = true;
        await Assert.ThrowsAsync<IOException>(() => RunAsync("k", "body"));
        _store.DiesAtReplace = false;

        var soon = await RunAsync("k", "body");
        _clock.Now += KeyedRequest.Lease;
        var later = await RunAsync("k", "body");

        Assert.Equal((409, "35"), (soon.Status, soon.Headers["retry-after"]));
        Assert.Equal(201, later.Status);
        Assert.Equal(2, _effects.Count);
        Assert.Single(_effects.Distinct());
        Assert.Equal(later.Text, (await RunAsync("k", "body")).Text);
    }

    [Fact]
    public async Task Who_comes_while_it_is_being_done_waits_for_the_answer()
    {
        var release = new TaskCompletionSource();
        var first = RunAsync("k", "body", wait: release.Task);
        var second = RunAsync("k", "body");
        Assert.False(second.IsCompleted);

        release.SetResult();

        Assert.Equal((await first).Text, (await second).Text);
        Assert.Single(_effects);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        Assert.Equal(404, (await RunAsync("k", "body", refuse: true)).Status);

        Assert.Equal(201, (await RunAsync("k", "body")).Status);
    }

    [Fact]
    public async Task An_answer_that_grows_old_is_made_anew_under_the_same_id()
    {
        await RunAsync("k", "body", keep: TimeSpan.FromMinutes(10));
        _clock.Now += TimeSpan.FromMinutes(10);
        await RunAsync("k", "body", keep: TimeSpan.FromMinutes(10));

        Assert.Equal(2, _effects.Count);
        Assert.Single(_effects.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tkey")]
    [InlineData("schlüssel")]
    public async Task A_key_is_made_of_characters_that_can_be_seen(string key) => Assert.Equal(400, (await RunAsync(key, "body")).Status);

    private async Task<Answer> RunAsync(
        string? key,
        string body,
        OwnerId? owner = null,
        bool refuse = false,
        TimeSpan? keep = null,
        Task? wait = null)
    {
        (string, string)[] headers = key is null ? [] : [("idempotency-key", key)];
        var request = Ask.As(owner ?? A.Owner, body, headers: headers);
        return Answer.Of(await _once.RunAsync(request, EffectAsync, keep, Ct));

        async Task<IHttpResult> EffectAsync(EntryId id)
        {
            await (wait ?? Task.CompletedTask);
            if (refuse)
                return Respond.With(Problem.Missing("thing"), request);

            lock (_effects)
                _effects.Add(id);
            return Respond.With(HttpStatusCode.Created, new QuotaView(_effects.Count)).AddHeader("location", $"/things/{id}/{_effects.Count}");
        }
    }

    // A real store in a process that dies when told to.
    private sealed class DyingStore(IRequestStore store) : IRequestStore
    {
        public bool DiesAtReplace { get; set; }

        public Task<KeyedRequest?> FindAsync(OwnerId owner, string key, DateTimeOffset now, CancellationToken ct) =>
            store.FindAsync(owner, key, now, ct);

        public Task<bool> AddAsync(KeyedRequest request, DateTimeOffset now, CancellationToken ct) =>
            store.AddAsync(request, now, ct);

        public Task<bool> ReplaceAsync(KeyedRequest changed, CancellationToken ct) =>
            DiesAtReplace ? throw new IOException("died") : store.ReplaceAsync(changed, ct);

        public Task RemoveAsync(KeyedRequest request, CancellationToken ct) => store.RemoveAsync(request, ct);
    }
}
