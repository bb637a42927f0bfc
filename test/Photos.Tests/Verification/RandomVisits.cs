using Photos.Tests.Homes;

namespace Photos.Tests.Verification;

/// <summary>A visitor who does what comes to their mind, by a seed: often half, sometimes twice.</summary>
internal sealed class RandomVisits(Visitor visitor, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _photos = [];

    /// <summary>Goes on for as long as wanted, or until nobody answers.</summary>
    public async Task GoOnAsync(Func<int, bool> wanted)
    {
        for (var step = 0; wanted(step); step++)
        {
            try
            {
                await StepAsync();
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private Task StepAsync() => _random.Next(12) switch
    {
        0 or 1 or 2 or 3 => UploadAsync(),
        4 => ChangeAsync("PATCH", "", new { tags = Tags(), favourite = _random.Next(2) == 0 }),
        5 => ChangeAsync("PATCH", "", new { takenAt = $"20{_random.Next(10, 24)}-05-06T07:08:09" }),
        6 => ChangeAsync("DELETE", "", null),
        7 => ChangeAsync("POST", "/restore", null),
        8 => ChangeAsync("DELETE", "?permanent=true", null),
        9 => CopyAsync(),
        10 => visitor.PostAsync("/books", new { title = "Summer", pages = Pages() }),
        _ => visitor.PostAsync("/todos", new { title = "The harbour at night", due = "2026-12-24" }),
    };

    private async Task UploadAsync()
    {
        var bytes = A.Jpeg();
        var announced = await visitor.AnnounceAsync("a.jpg", "image/jpeg", bytes);
        if (announced.Status != 201 || _random.Next(8) == 0)
            return;

        await visitor.PutAsync(announced.Json.GetProperty("put"), bytes);
        if (_random.Next(8) == 0)
            return;

        var finished = await visitor.PostAsync("/photos", new { id = announced.Id });
        if (finished.Status is 200 or 201)
            _photos.Add(finished.Id);
    }

    private async Task CopyAsync()
    {
        if (_photos is [])
            return;

        var bytes = A.Jpeg();
        var copy = new { type = "image/jpeg", bytes = bytes.Length, sha256 = A.DigestOf(bytes).Hex };
        var offered = await visitor.PostAsync($"/photos/{Any()}/renditions", new { preview = copy });
        if (offered.Status == 200 && _random.Next(4) > 0)
            await visitor.PutAsync(offered.Json.GetProperty("preview").GetProperty("put"), bytes);
    }

    private Task ChangeAsync(string method, string behind, object? body) =>
        _photos is [] ? Task.CompletedTask : visitor.SendAsync(method, $"/photos/{Any()}{behind}", body);

    private string Any() => _photos[_random.Next(_photos.Count)];

    private string[] Tags() => [.. new[] { "beach", "ship", "dusk" }.Where(_ => _random.Next(2) == 0)];

    private object[] Pages() => _photos is [] ? [] : [new { photoId = Any() }];
}
