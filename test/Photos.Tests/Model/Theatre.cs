using System.Diagnostics;

namespace Photos.Tests.Model;

/// <summary>Plays many stories at once, and makes one that goes wrong as short as it can be.</summary>
/// <param name="newRecords">Makes stores that hold nothing.</param>
internal sealed class Theatre(Func<Task<IServiceProvider>> newRecords)
{
    // As many as there are processors to be had on a small machine.
    private const int Stages = 2;

    private readonly SortedDictionary<int, int> _answers = [];
    private int _played;
    private (ulong Seed, Step[] Story)? _failed;

    /// <summary>Plays as many stories as said, those of the seeds from <paramref name="seed"/> on.</summary>
    /// <returns>How it went, for people; and whether it went well.</returns>
    public async Task<(bool IsRight, string Report)> PlayAsync(ulong seed, int count)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Stages).Select(_ => Task.Run(() => PlayAllAsync(seed, count))));
        if (_failed is not { } failed)
        {
            return (true, $"{count} stories of {Stories.Length} steps, seeds from {seed} on,"
                + $" in {watch.Elapsed.TotalSeconds:0.0} s; answers:"
                + string.Concat(_answers.Select(answer => $" {answer.Value} × {answer.Key}")));
        }

        var (story, why) = await ShortenAsync(failed.Story);
        return (false, $"seed {failed.Seed}, {why}\n{string.Join('\n', story.Select(step => $"  {step}"))}");
    }

    private async Task PlayAllAsync(ulong seed, int count)
    {
        var records = await newRecords();
        for (int number; _failed is null && (number = Interlocked.Increment(ref _played)) <= count;)
        {
            var at = seed + (ulong)number - 1;
            var story = Stories.Of(at);
            var play = new Play(records);
            if (await play.RunAsync(story) is not null)
                _failed = (at, story);
            lock (_answers)
            {
                foreach (var (status, times) in play.Answers)
                    _answers[status] = _answers.GetValueOrDefault(status) + times;
            }
        }
    }

    // Halves first, then ever smaller parts, and from the beginning whenever something could be left out.
    private async Task<(Step[] Story, string Why)> ShortenAsync(Step[] story)
    {
        var why = await TryAsync(story) ?? "which went wrong once and now does not";
        for (var size = story.Length / 2; size > 0;)
        {
            var shorter = await FirstWrongAsync(Enumerable.Range(0, story.Length)
                .Where(at => at % size == 0)
                .Select(at => story.Where((_, number) => number < at || number >= at + size).ToArray()));
            (story, why) = shorter ?? (story, why);
            size = shorter is null ? size / 2 : Math.Min(size, Math.Max(1, story.Length / 2));
        }

        return (story, why);
    }

    private async Task<(Step[] Story, string Why)?> FirstWrongAsync(IEnumerable<Step[]> stories)
    {
        foreach (var story in stories)
        {
            if (await TryAsync(story) is { } why)
                return (story, why);
        }

        return null;
    }

    private async Task<string?> TryAsync(Step[] story) => await new Play(await newRecords()).RunAsync(story);
}
