using Photos.Library;
using Photos.Tests.Stores;

namespace Photos.Tests.Verification;

/// <summary>What a verification finds in either home, and what it leaves alone.</summary>
public abstract partial class VerifyContract : IAsyncLifetime
{
    private readonly LocalS3 _objects = new();

    private protected KeptLibrary Library { get; private set; } = null!;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _objects.InitializeAsync();
        Library = new KeptLibrary(await NewHomeAsync(), _objects);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _objects.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<ISpoiler> NewHomeAsync();

    [Fact]
    public async Task A_sound_library_is_told_in_one_line()
    {
        await Library.KeepAsync();
        await Library.KeepWithCopiesAsync();
        await Library.KeepAsync(photo => photo with { Tags = A.Tags("beach", "ship"), Favourite = true });

        var (lines, tally) = await Library.VerifyAsync();

        Assert.Empty(lines);
        Assert.Equal((1, 3, 5, 0), (tally.Owners, tally.Photos, tally.Objects, tally.Deviations));
    }

    [Theory]
    [InlineData(PhotoState.Pending)]
    [InlineData(PhotoState.Claimed)]
    [InlineData(PhotoState.Purging)]
    public async Task What_comes_or_goes_is_no_deviation_whether_its_bytes_are_there_or_not(PhotoState state)
    {
        Photo Going(Photo photo) => photo with { State = state, Due = A.Noon, OpenUntil = A.Noon };
        var photo = await Library.KeepAsync(Going);
        await Library.LoseAsync((await Library.KeepAsync(Going)).Original);
        await Library.PutAsync(ImageKey.New(photo.Owner, photo.Id), "announced before");

        Assert.Empty((await Library.VerifyAsync()).Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_move_is_no_deviation_before_and_after_it_is_counted(bool isCounted)
    {
        var photo = await Library.KeepAsync();
        var trashed = photo.Trash(A.Noon);
        Assert.True(await Library.Stores.Photos.ReplaceAsync(photo, trashed, Ct));
        if (isCounted)
            await Library.CountAsync(trashed, UsageMove.Trashed);

        Assert.Empty((await Library.VerifyAsync()).Lines);
    }

    [Fact]
    public async Task A_copy_may_be_missing_and_others_may_lie_there_while_some_can_still_come()
    {
        var photo = await Library.KeepAsync(photo => photo with
        {
            Thumbnail = ImageKey.New(photo.Owner, photo.Id),
            OpenUntil = A.Noon,
            Due = A.Noon,
        });
        await Library.LoseAsync(photo.Thumbnail!);
        await Library.PutAsync(ImageKey.New(photo.Owner, photo.Id), "offered before");

        Assert.Empty((await Library.VerifyAsync()).Lines);
    }

    [Fact]
    public async Task A_book_and_a_todo_that_show_a_photo_which_is_gone_are_noted_and_no_deviation()
    {
        var gone = A.Id('9');
        await Library.Stores.Books.AddAsync(A.Book(pages: A.Page('9')), Ct);
        await Library.Stores.Todos.AddAsync(A.Todo(photo: gone), Ct);

        var (lines, tally) = await Library.VerifyAsync(repair: true);

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.StartsWith("note: ", line, StringComparison.Ordinal));
        Assert.Equal((0, 1, 1), (tally.Deviations, tally.Books, tally.Todos));
    }

    [Fact]
    public async Task What_deviates_once_and_not_again_is_not_told()
    {
        var photo = await Library.KeepAsync();
        await Library.LoseAsync(photo.Original);

        var (lines, _) = await Library.VerifyAsync(
            meanwhile: () => Library.PutAsync(photo.Original, KeptLibrary.BytesOf(1)).GetAwaiter().GetResult());

        Assert.Empty(lines);
    }

    [Fact]
    public async Task What_deviates_otherwise_when_seen_again_is_not_told()
    {
        var photo = await Library.KeepAsync();
        await Library.LoseAsync(photo.Original);
        var trashed = photo.Trash(A.Noon);
        var purged = trashed.Settle(A.Noon).Purge(A.Noon);

        var (lines, _) = await Library.VerifyAsync(meanwhile: () =>
        {
            Library.Stores.Photos.ReplaceAsync(photo, trashed, Ct).GetAwaiter().GetResult();
            Library.CountAsync(trashed, UsageMove.Trashed).GetAwaiter().GetResult();
            Library.Stores.Photos.ReplaceAsync(trashed, trashed.Settle(A.Noon), Ct).GetAwaiter().GetResult();
            Library.Stores.Photos.ReplaceAsync(trashed.Settle(A.Noon), purged, Ct).GetAwaiter().GetResult();
        });

        Assert.Empty(lines);
    }
}
