using Photos.Library;

namespace Photos.Tests.Verification;

/// <content>Records that are wrong by themselves, and counts that are.</content>
public abstract partial class VerifyContract
{
    [Fact]
    public async Task A_record_that_cannot_be_read_is_told_and_stays()
    {
        var photo = await Library.KeepAsync();
        await Library.Home.SetAsync(photo, "state", "State", "asleep");

        await Library.OnlyTellsAsync($"photo {photo.Owner}/{photo.Id}: it cannot be read (");
    }

    [Fact]
    public async Task A_record_beside_whose_content_something_else_stands_is_written_anew()
    {
        var photo = await Library.KeepAsync(photo => photo with { Tags = A.Tags("a", "b") });
        await Library.Home.SetAsync(photo, "title", "Timeline", "");

        await Library.MendsAsync($"photo {photo.Owner}/{photo.Id}: its ");

        var mended = await Library.Stores.Photos.FindAsync(photo.Owner, photo.Id, Ct);
        Assert.Equal(photo with { Version = 2 }, mended);
    }

    [Fact]
    public async Task A_photo_that_the_list_of_its_tag_misses_is_put_into_it()
    {
        var photo = await Library.KeepAsync(photo => photo with { Tags = A.Tags("beach") });
        await Library.Home.LoseTagsAsync(photo);

        await Library.MendsAsync("the list of its tag 'beach' does not show it");

        var filter = A.Filter(PhotoFilter.Of(PhotoState.Ready, false, PhotoTag.Stored("beach")));
        Assert.Single((await Library.Stores.Photos.ListAsync(photo.Owner, filter, null, 10, Ct)).Photos);
    }

    [Theory]
    [InlineData(PhotoState.Pending)]
    [InlineData(PhotoState.Trashed)]
    [InlineData(PhotoState.Purging)]
    public async Task What_no_sweep_will_look_at_is_made_due(PhotoState state)
    {
        var photo = await Library.KeepAsync(photo => photo with
        {
            State = state,
            TrashedAt = state == PhotoState.Trashed ? A.Noon : null,
        });
        if (state == PhotoState.Trashed)
        {
            await Library.CountAsync(photo, UsageMove.Added);
            await Library.CountAsync(photo with { Version = 2 }, UsageMove.Trashed);
        }

        await Library.MendsAsync("no sweep will look at it");

        var due = await Library.Stores.Photos.ListDueAsync(TimeProvider.System.GetUtcNow(), 10, Ct);
        Assert.Equal([new PhotoName(photo.Owner, photo.Id)], due);
    }

    [Fact]
    public async Task A_record_that_names_somebody_elses_object_is_told_and_neither_is_touched()
    {
        var theirs = await Library.KeepAsync(photo => photo with
        {
            Owner = A.Stranger,
            Original = ImageKey.New(A.Stranger, photo.Id),
        });
        var photo = await Library.KeepAsync(photo => photo with
        {
            Original = theirs.Original,
            File = theirs.File,
        });
        await Library.PutAsync(theirs.Original, KeptLibrary.BytesOf(1));

        await Library.OnlyTellsAsync($"photo {photo.Owner}/{photo.Id}: it names an object that is not its own");
        Assert.True(await Library.HoldsAsync(theirs.Original));
    }

    [Fact]
    public async Task Usage_that_differs_from_the_sum_is_counted_anew()
    {
        var photo = await Library.KeepAsync();
        await Library.CountAsync(photo with { Version = 7 }, UsageMove.Trashed);

        await Library.MendsAsync(
            $"usage of {photo.Owner}: it says 0 photos of 0 bytes and 1 of 12 in the trash instead");

        var usage = await Library.Stores.Usage.FindAsync(photo.Owner, Ct);
        Assert.Equal(new LibraryUsage(new StoredAmount(1, 12), default), usage);
    }

    [Fact]
    public async Task A_book_that_miscounts_its_pages_is_written_anew()
    {
        var photo = await Library.KeepAsync();
        var book = A.Book(pages: new Photos.Books.BookPage(photo.Id, null));
        await Library.Stores.Books.AddAsync(book, Ct);
        await Library.Home.MiscountPagesAsync(book.Owner, book.Id);

        await Library.MendsAsync($"book {book.Owner}/{book.Id}: its ");

        Assert.Equal(1, (await Library.Stores.Books.ListAsync(book.Owner, null, 10, Ct)).Books.Single().Pages);
    }

    [Fact]
    public async Task Several_faults_of_one_photo_are_mended_together()
    {
        var photo = await Library.KeepAsync(photo => photo with
        {
            State = PhotoState.Ready,
            Tags = A.Tags("a", "b"),
            OpenUntil = A.Noon,
        });
        await Library.Home.LoseTagsAsync(photo);

        var repaired = await Library.VerifyAsync(repair: true);

        Assert.Equal((3, 3), (repaired.Tally.Deviations, repaired.Tally.Mended));
        Assert.Empty((await Library.VerifyAsync()).Lines);
    }
}
