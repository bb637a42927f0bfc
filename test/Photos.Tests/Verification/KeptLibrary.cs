using System.Text;
using Photos.Library;
using Photos.Tests.Stores;
using Photos.Verification;

namespace Photos.Tests.Verification;

/// <summary>A sound library to spoil: records and objects of its own, and how it is verified.</summary>
internal sealed class KeptLibrary(ISpoiler home, LocalS3 objects)
{
    private int _photos;

    public LibraryStores Stores { get; } = home.Stores(objects);

    public ISpoiler Home => home;

    public string Rescued { get; } = Path.Combine(objects.DataFolder, "rescued");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A photo as the services leave it, its bytes and its usage.</summary>
    public async Task<Photo> KeepAsync(Func<Photo, Photo>? change = null)
    {
        var photo = A.Photo(content: BytesOf(++_photos));
        photo = change?.Invoke(photo) ?? photo;
        await PutAsync(photo.Original, BytesOf(_photos));
        foreach (var copy in new[] { photo.Preview, photo.Thumbnail }.OfType<ImageKey>())
            await PutAsync(copy, "a copy");

        Assert.True(await Stores.Photos.AddAsync(photo, Ct));
        if (photo.State == PhotoState.Ready)
            await CountAsync(photo, UsageMove.Added);

        return photo;
    }

    /// <summary>A photo with both copies.</summary>
    public Task<Photo> KeepWithCopiesAsync() => KeepAsync(photo => photo with
    {
        Preview = ImageKey.New(photo.Owner, photo.Id),
        Thumbnail = ImageKey.New(photo.Owner, photo.Id),
    });

    public Task CountAsync(Photo photo, UsageMove move) => Stores.Usage.ApplyAsync(
        photo.Owner, UsageChange.Of(photo, new UsageMark(move, photo.Version)), A.Noon, Ct);

    public async Task PutAsync(ImageKey key, string content) => await objects.Client.PutObjectAsync(
        new()
        {
            BucketName = LocalS3.Bucket,
            Key = key.Text,
            InputStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
        },
        Ct);

    public Task LoseAsync(ImageKey key) => objects.Client.DeleteObjectAsync(LocalS3.Bucket, key.Text, Ct);

    public async Task<bool> HoldsAsync(ImageKey key) =>
        await Stores.Objects.CopyToAsync(key.Text, Stream.Null, Ct);

    /// <summary>What a dying disk does.</summary>
    public async Task RotAsync(ImageKey key)
    {
        var name = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(key.Text));
        var file = Directory.EnumerateFiles(objects.DataFolder, "*.object", SearchOption.AllDirectories)
            .Single(path => path.Replace($"{Path.DirectorySeparatorChar}", "", StringComparison.Ordinal)
                .EndsWith($"{name}.object", StringComparison.Ordinal));
        await using var bytes = File.OpenWrite(file);
        bytes.WriteByte((byte)'X');
    }

    /// <summary>Verifies it, the second look right behind the first, and gives what was told.</summary>
    public async Task<(IReadOnlyList<string> Lines, Tally Tally)> VerifyAsync(
        bool repair = false, Action? meanwhile = null)
    {
        var lines = new List<string>();
        var verifier = new LibraryVerifier(Stores, Rescued, new EventfulClock(meanwhile))
        {
            Pause = TimeSpan.FromHours(1),
        };
        var tally = await verifier.RunAsync(repair, lines.Add, Ct);
        return (lines, tally);
    }

    /// <summary>There is exactly one deviation, a repair mends it, and then there is none.</summary>
    public async Task MendsAsync(string expected)
    {
        Assert.Contains(expected, Assert.Single((await VerifyAsync()).Lines), StringComparison.Ordinal);

        var repaired = await VerifyAsync(repair: true);

        Assert.Contains("repaired: ", Assert.Single(repaired.Lines), StringComparison.Ordinal);
        Assert.Equal((1, 1), (repaired.Tally.Deviations, repaired.Tally.Mended));
        Assert.Empty((await VerifyAsync()).Lines);
    }

    /// <summary>There is exactly one deviation, and a repair leaves everything as it is.</summary>
    public async Task OnlyTellsAsync(string expected)
    {
        var repaired = await VerifyAsync(repair: true);

        Assert.Contains(expected, Assert.Single(repaired.Lines), StringComparison.Ordinal);
        Assert.Equal((1, 0), (repaired.Tally.Deviations, repaired.Tally.Mended));
        Assert.Equal(repaired.Lines, (await VerifyAsync()).Lines);
    }

    public static string BytesOf(int number) => $"picture {number:0000}";

    /// <summary>Waits no longer than something takes to happen.</summary>
    private sealed class EventfulClock(Action? meanwhile) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            meanwhile?.Invoke();
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
