using Photos.Library;

namespace Photos.Tests.Verification;

/// <content>Objects that are missing, damaged, others, or nobody's.</content>
public abstract partial class VerifyContract
{
    [Fact]
    public async Task A_missing_original_is_told_and_nothing_can_mend_it()
    {
        var photo = await Library.KeepAsync();
        await Library.LoseAsync(photo.Original);

        await Library.OnlyTellsAsync(
            $"photo {photo.Owner}/{photo.Id}: its original {photo.Original} is missing; restore");
    }

    [Theory]
    [InlineData("picture 000X", "has other bytes (SHA-256 ")]
    [InlineData("pic", "has 3 bytes instead of 12")]
    public async Task An_original_of_other_bytes_is_told_and_nothing_can_mend_it(string content, string told)
    {
        var photo = await Library.KeepAsync();
        await Library.PutAsync(photo.Original, content);

        await Library.OnlyTellsAsync(told);
        Assert.True(await Library.HoldsAsync(photo.Original));
    }

    [Fact]
    public async Task A_damaged_original_is_told_and_stays()
    {
        var photo = await Library.KeepAsync();
        await Library.RotAsync(photo.Original);

        await Library.OnlyTellsAsync("is damaged (");
        await Assert.ThrowsAsync<InvalidDataException>(() => Library.HoldsAsync(photo.Original));
    }

    [Fact]
    public async Task A_missing_copy_is_let_go_of_so_that_a_browser_makes_a_new_one()
    {
        var photo = await Library.KeepWithCopiesAsync();
        await Library.LoseAsync(photo.Thumbnail!);

        await Library.MendsAsync($"its copy {photo.Thumbnail} is missing");

        var mended = await Library.Stores.Photos.FindAsync(photo.Owner, photo.Id, Ct);
        Assert.Equal((photo.Preview, null), (mended!.Preview, mended.Thumbnail));
    }

    [Fact]
    public async Task A_damaged_copy_is_removed_when_its_original_is_whole()
    {
        var photo = await Library.KeepWithCopiesAsync();
        await Library.RotAsync(photo.Preview!);

        await Library.MendsAsync($"its copy {photo.Preview} is damaged");

        Assert.False(await Library.HoldsAsync(photo.Preview!));
    }

    [Fact]
    public async Task Of_a_photo_without_its_original_nothing_is_let_go()
    {
        var photo = await Library.KeepWithCopiesAsync();
        await Library.LoseAsync(photo.Original);
        await Library.RotAsync(photo.Preview!);
        await Library.PutAsync(ImageKey.New(photo.Owner, photo.Id), "a copy of before");

        var (lines, tally) = await Library.VerifyAsync(repair: true);

        Assert.Equal((3, 0), (lines.Count, tally.Mended));
        Assert.Equal(photo, await Library.Stores.Photos.FindAsync(photo.Owner, photo.Id, Ct));
        Assert.Equal(3, (await Library.VerifyAsync()).Lines.Count);
    }

    [Fact]
    public async Task What_lies_unnamed_beside_a_whole_original_is_removed()
    {
        var photo = await Library.KeepAsync();
        var stray = ImageKey.New(photo.Owner, photo.Id);
        await Library.PutAsync(stray, "a copy of before");

        await Library.MendsAsync($"object {stray}: no record names it");

        Assert.False(await Library.HoldsAsync(stray));
        Assert.True(await Library.HoldsAsync(photo.Original));
    }

    [Fact]
    public async Task A_picture_without_record_is_copied_out_and_removed_only_when_it_is_back_in_the_library()
    {
        var stray = ImageKey.New(A.Owner, A.NewId());
        await Library.PutAsync(stray, KeptLibrary.BytesOf(1));

        var before = (await Library.VerifyAsync()).Lines.Single();
        var told = (await Library.VerifyAsync(repair: true)).Lines.Single();
        Assert.Equal(told, (await Library.VerifyAsync(repair: true)).Lines.Single());
        Assert.Equal(before, (await Library.VerifyAsync()).Lines.Single());
        var file = Directory.EnumerateFiles(Library.Rescued, "*", SearchOption.AllDirectories).Single();
        var again = await Library.KeepAsync();
        await Library.MendsAsync($"object {stray}: no record names it");

        Assert.Contains($"copied to {file}", told, StringComparison.Ordinal);
        Assert.Equal(KeptLibrary.BytesOf(1), await File.ReadAllTextAsync(file, Ct));
        Assert.False(await Library.HoldsAsync(stray));
        Assert.True(await Library.HoldsAsync(again.Original));
    }

    [Fact]
    public async Task A_picture_without_record_stays_while_the_other_one_of_its_bytes_is_not_whole()
    {
        var stray = ImageKey.New(A.Owner, A.NewId());
        await Library.PutAsync(stray, KeptLibrary.BytesOf(1));
        await Library.LoseAsync((await Library.KeepAsync()).Original);

        Assert.Equal(0, (await Library.VerifyAsync(repair: true)).Tally.Mended);

        Assert.True(await Library.HoldsAsync(stray));
    }

    [Fact]
    public async Task What_the_library_did_not_make_is_told_and_stays()
    {
        await Library.KeepAsync();
        var notes = ImageKey.Stored("aaa/notes.txt");
        await Library.PutAsync(notes, "mine");

        await Library.OnlyTellsAsync("object aaa/notes.txt: it is none that the library makes");
        Assert.True(await Library.HoldsAsync(notes));
    }
}
