using Photos.Library;
using Photos.Outcomes;
using Photos.Tests.Stores;

namespace Photos.Tests.Safety;

/// <summary>
/// Two announcements at the same moment, in every order that they can have: one is in the middle of its way, at any of
/// its calls, when the other comes and goes (decision 0033).
/// </summary>
public sealed class AnnouncementTests(Dynalite dynalite, ScratchDatabase scratch) : IClassFixture<ScratchDatabase>
{
    private static readonly UsageLimits OneFile = new(QuotaBytes: 60, PendingUploads: 10);

    private static int _owners = 500_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public enum Place
    {
        Laptop,
        Cloud,
    }

    [Theory]
    [InlineData(Place.Laptop)]
    [InlineData(Place.Cloud)]
    public async Task Of_one_file_there_is_one_photo_and_both_are_told_which(Place place) =>
        await AtEveryCallAsync(place, UsageLimits.Default, async (first, meanwhile) =>
        {
            var file = NewFile();
            Outcome<StartedUpload> other = default;
            meanwhile.Interference = async () => other = await first.AnnounceAsync(file);

            var mine = await first.Behind(meanwhile).AnnounceAsync(file);

            Assert.True(mine.Is(out var one, out var problem), problem?.Code);
            Assert.True(other.Is(out var two, out problem), problem?.Code);
            Assert.Equal(one.Photo.Id, two.Photo.Id);
            Assert.Equal(new StoredAmount(1, file.Bytes), await first.ComingAsync());
            var kept = (await first.FindAsync(file))?.Original;
            Assert.True(kept == one.Photo.Original || kept == two.Photo.Original);
        });

    [Theory]
    [InlineData(Place.Laptop)]
    [InlineData(Place.Cloud)]
    public async Task Of_two_files_that_do_not_both_fit_one_is_let_in_at_most_and_another_try_settles_it(Place place) =>
        await AtEveryCallAsync(place, OneFile, async (first, meanwhile) =>
        {
            var (file, otherFile) = (NewFile(), NewFile());
            Outcome<StartedUpload> other = default;
            meanwhile.Interference = async () => other = await first.AnnounceAsync(otherFile);

            var mine = await first.Behind(meanwhile).AnnounceAsync(file);

            Assert.False(mine.Is(out _, out _) && other.Is(out _, out _));
            await first.AnnounceAsync(file);
            Assert.Equal(new StoredAmount(1, file.Bytes), await first.ComingAsync());
        });

    [Theory]
    [InlineData(Place.Laptop)]
    [InlineData(Place.Cloud)]
    public async Task Who_dies_while_announcing_holds_no_room_for_longer_than_an_upload_may_take(Place place) =>
        await AtEveryCallAsync(place, OneFile, async (first, meanwhile) =>
        {
            meanwhile.Fault = Fault.DiesAfter;
            await Assert.ThrowsAnyAsync<Exception>(() => first.Behind(meanwhile).AnnounceAsync(NewFile()));

            foreach (var hours in new[] { 1, 25, 25, 1 })
                await first.SweepAsync(hours);

            Assert.True((await first.AnnounceAsync(NewFile())).Is(out _, out var problem), problem?.Code);
        });

    [Theory]
    [InlineData(Place.Laptop)]
    [InlineData(Place.Cloud)]
    public async Task Who_dies_while_finishing_holds_no_room_when_the_sweep_has_closed_the_photo(Place place) =>
        await AtEveryCallAsync(
            place,
            UsageLimits.Default,
            async (first, meanwhile) =>
            {
                meanwhile.Fault = Fault.DiesBefore;
                var id = await first.UploadAsync();
                await Assert.ThrowsAnyAsync<Exception>(() => first.Behind(meanwhile).FinishAsync(id));

                foreach (var hours in new[] { 1, 25 })
                    await first.SweepAsync(hours);

                Assert.Equal(default, await first.ComingAsync());
                Assert.Equal(1, (await first.KeptAsync()).Library.Photos);
            },
            async (first, calls) => await first.Behind(calls).FinishAsync(await first.UploadAsync()));

    private static ImageFile NewFile() => NewFile(A.Jpeg());

    private static ImageFile NewFile(byte[] bytes) => new(
        A.Name("IMG_1.jpg"), MediaType.Jpeg, bytes.Length, A.DigestOf(bytes));

    private async Task AtEveryCallAsync(
        Place place,
        UsageLimits limits,
        Func<Announcer, Gate, Task> tryAsync,
        Func<Announcer, Gate, Task>? withoutFault = null)
    {
        IGround ground = place == Place.Cloud
            ? new DynamoGround(dynalite, await dynalite.NewTableAsync(Ct))
            : new SqliteGround(await scratch.NewAsync(Ct));
        var calls = new Gate();
        await (withoutFault ?? ((first, gate) => first.Behind(gate).AnnounceAsync(NewFile())))(NewAnnouncer(), calls);
        Assert.InRange(calls.Calls, 4, 30);

        for (var call = 1; call <= calls.Calls; call++)
            await tryAsync(NewAnnouncer(), new Gate { At = call });

        Announcer NewAnnouncer()
        {
            var clock = new FixedClock(A.Noon);
            var owner = A.OwnerNumbered(Interlocked.Increment(ref _owners));
            return new Announcer(ground, limits, owner, clock, new MemoryImages(clock), new Gate());
        }
    }

    /// <summary>One owner and their announcements.</summary>
    private sealed record Announcer(
        IGround Ground, UsageLimits Limits, OwnerId Owner, FixedClock Clock, MemoryImages Images, Gate Gate)
    {
        public Announcer Behind(Gate gate) => this with { Gate = gate };

        public async Task<PhotoId> UploadAsync()
        {
            var bytes = A.Jpeg();
            Assert.True((await AnnounceAsync(NewFile(bytes))).Is(out var started, out var problem), problem?.Code);
            Images.Put(Images.Links - 1, bytes);
            return started.Photo.Id;
        }

        public Task<Outcome<FinishedUpload>> FinishAsync(PhotoId id) =>
            NewServices().Uploads.FinishAsync(Owner, id, null, null, Ct);

        public Task<LibraryUsage> KeptAsync() => Ground.Usage.FindAsync(Owner, Ct);

        public Task<Outcome<StartedUpload>> AnnounceAsync(ImageFile file) =>
            NewServices().Uploads.StartAsync(Owner, null, file, null, Ct);

        public Task<Photo?> FindAsync(ImageFile file) => Ground.Photos.FindByContentAsync(Owner, file.Sha256, Ct);

        public Task<StoredAmount> ComingAsync() => Ground.Photos.CountComingAsync(Owner, Ct);

        public Task<int> SweepAsync(int hours)
        {
            Clock.Now += TimeSpan.FromHours(hours);
            return NewServices().Sweep.RunAsync(Ct);
        }

        private Services NewServices()
        {
            var (photos, usage) = Ground.Behind(Gate);
            var images = new FaultyImageStore(Images, Gate);
            return new Services(photos, images, usage, Clock) { Meter = new UsageMeter(photos, usage, Limits) };
        }
    }
}
