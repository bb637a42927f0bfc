using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Photos.Library;
using Photos.Tests.Safety;

namespace Photos.Tests.Model;

/// <summary>One story, told to the functions and to the model, who have to agree at every step.</summary>
internal sealed class Play
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly IPhotoStore _records;
    private readonly MemoryImages _images;
    private readonly Desk _desk;

    /// <param name="records">Real stores, in which no photo of an earlier story is due.</param>
    public Play(IServiceProvider records)
    {
        _records = records.GetRequiredService<IPhotoStore>();
        _images = new MemoryImages(World.Clock);
        _desk = new Desk(records, _images, World.Clock);
    }

    public World World { get; } = new();

    /// <summary>What the steps were answered with: how often each status.</summary>
    public Dictionary<int, int> Answers { get; } = [];

    /// <summary>What was wrong, and at which step; null when nothing was.</summary>
    public async Task<string?> RunAsync(IEnumerable<Step> story)
    {
        Step? last = null;
        try
        {
            foreach (var step in story)
            {
                last = step;
                World.Clock.Now += TimeSpan.FromSeconds(1);
                await step.PlayAsync(this);
                foreach (var who in step is Request request ? [request.Who] : Enum.GetValues<Person>())
                    await CheckUsageAsync(who);
            }

            last = null;
            await EndAsync();
            return null;
        }
#pragma warning disable CA1031 // Whatever a function throws is an answer that the model does not give.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return $"{(last is null ? "in the end" : $"when {last}")}: {error.GetBaseException().Message}";
        }
    }

    public async Task AskAsync(Request request)
    {
        var (mine, asked) = (World[request.Who], request.Ask(World));
        if (request.Key is not { } key)
        {
            Count(await CompareAsync(request.Who, asked, request.Expect(World)));
            return;
        }

        asked = asked with { Headers = [.. asked.Headers, ("idempotency-key", key)] };
        var kept = mine.Keys.GetValueOrDefault(key) is { } known && World.Now < known.Forgotten ? known : null;
        if (kept is not null && kept.Request != asked.Text)
        {
            Count(await CompareAsync(request.Who, asked, Said.No(422, "idempotency-key-reused")));
            return;
        }

        if (kept is not null && World.Now < kept.Until)
        {
            var again = await _desk.AskAsync(World.Owners[request.Who], asked);
            Require((kept.Answer.Status, kept.Answer.Text), (again.Status, again.Text));
            Count(again);
            return;
        }

        var answer = await CompareAsync(request.Who, asked, request.Expect(World));
        Count(answer);
        var forgotten = kept?.Forgotten ?? World.Now + TimeSpan.FromDays(1);
        if (answer.Status < 300)
            mine.Keys[key] = new KeptAnswer(asked.Text, answer, World.Now + request.Keep, forgotten);
        else
            mine.Keys.Remove(key);
    }

    public Task SendAsync(Sending? sending)
    {
        sending?.Arrive(World.Now);
        if (sending is not null)
            _images.Put(sending.Link, Sample.Files);
        return Task.CompletedTask;
    }

    public Task NoticeAsync()
    {
        World.Notice();
        return _desk.NoticeAsync(_images.Keys.ToArray());
    }

    public Task SweepAsync()
    {
        World.Sweep();
        return _desk.SweepAsync();
    }

    public void Wait(TimeSpan time)
    {
        _images.RemoveChosen();
        World.Clock.Now += time;
        _images.ChooseForRemoval();
    }

    // What is left after the months of trash and give-up is all there is: in lists, in the bucket, and for the sweep.
    private async Task EndAsync()
    {
        foreach (var hours in new[] { 30, 30, 24 * 31 })
        {
            Wait(TimeSpan.FromHours(hours));
            await SweepAsync();
        }

        _images.RemoveChosen();
        var keys = new List<string>();
        foreach (var who in Enum.GetValues<Person>())
        {
            await CheckUsageAsync(who);
            await AskAsync(new ListPhotos(who, new Filter(), 2));
            await AskAsync(new ListPhotos(who, new Filter { Trashed = true }, 2));
            foreach (var photo in World[who].Photos.Where(photo => photo.Stage == Stage.Ready))
            {
                var found = await _records.FindAsync(World.Owners[who], IdOf(photo), default);
                keys.AddRange(found!.Keys.Select(key => key.Text));
            }
        }

        Require(string.Join(' ', keys.Order()), string.Join(' ', _images.Keys.Order()));
        var due = await _records.ListDueAsync(World.Now + TimeSpan.FromDays(365), 10, default);
        Require(0, due.Count);
    }

    private Task<Answer> CheckUsageAsync(Person who) =>
        CompareAsync(who, new Asked("GET", "/users/me", null, []), new Said(200, World[who].Me));

    private async Task<Answer> CompareAsync(Person who, Asked asked, Said said)
    {
        var answer = await _desk.AskAsync(World.Owners[who], asked);
        var body = Shown.Of(answer);
        if (said.About is { Id: null } thing && answer.Status == said.Status)
            thing.Id = (string?)body?["id"];

        for (var page = body; asked["limit"] is { } limit && (string?)page?["next"] is { } next;)
        {
            Require(limit, $"{page["items"]!.AsArray().Count}");
            page = Shown.Of(await _desk.AskAsync(World.Owners[who], asked.After(next)));
            foreach (var item in page!["items"]!.AsArray())
                body!["items"]!.AsArray().Add(item!.DeepClone());
        }

        body?.Remove("next");
        var expected = JsonSerializer.SerializeToNode(said.Body(), Json);
        if (said.Status != answer.Status || !JsonNode.DeepEquals(expected, body))
            Require($"{said.Status} {expected?.ToJsonString()}", $"{answer.Status} {body?.ToJsonString()}");
        if (answer.Headers.TryGetValue("etag", out var tag) && said.About?.See(tag) is { } wrong)
            throw new DeviationException(wrong);

        Require(World.Links, _images.Links);
        return answer;
    }

    private void Count(Answer answer) => Answers[answer.Status] = Answers.GetValueOrDefault(answer.Status) + 1;

    private static PhotoId IdOf(PhotoModel photo) => PhotoId.TryParse(photo.Id, out var id)
        ? id
        : throw new DeviationException($"{photo.Id} is no id");

    private static void Require<T>(T expected, T actual)
    {
        if (!Equals(expected, actual))
            throw new DeviationException($"expected {expected}, got {actual}");
    }
}

/// <summary>The functions and the model do not agree.</summary>
internal sealed class DeviationException(string message) : Exception(message);
