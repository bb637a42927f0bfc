using Lambda.Local.ObjectStore;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Operations;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Tests.ObjectStore;

public sealed class UploadFolderTests : IDisposable
{
    private static readonly Upload Begun = new(
        new string('a', 32), "k", DateTimeOffset.UnixEpoch, TagSet.None, TagSet.None, "CRC32", "COMPOSITE", false);

    private readonly string _root = Directory.CreateTempSubdirectory("uploads-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Nothing_joins_an_upload_that_is_being_put_together()
    {
        var uploads = new UploadFolder(_root);
        uploads.Add(Begun);

        using (uploads.Claim(Begun))
        {
            Assert.Null(uploads.Claim(Begun));
            Assert.Equal(S3Error.Conflict, await AddPartAsync(uploads));
        }

        Assert.Null(await AddPartAsync(uploads));
        uploads.Remove(Begun);
        Assert.Equal(S3Error.NoSuchUpload, await AddPartAsync(uploads));
        Assert.Empty(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void An_id_is_never_a_path()
    {
        var uploads = new UploadFolder(_root);
        uploads.Add(Begun);
        var elsewhere = new string('b', 29);
        Directory.CreateDirectory(Path.Combine(_root, elsewhere));
        File.Copy(
            Path.Combine(_root, "uploads", Begun.Id, "upload.json"), Path.Combine(_root, elsewhere, "upload.json"));

        Assert.NotNull(uploads.Find(Begun.Id, "k"));
        Assert.Null(uploads.Find(Begun.Id, "other"));
        Assert.Null(uploads.Find($"../{elsewhere}", "k"));
        Assert.Null(uploads.Find(Begun.Id.ToUpperInvariant(), "k"));
        Assert.Null(uploads.Find(null, "k"));
    }

    private async Task<S3Error?> AddPartAsync(UploadFolder uploads)
    {
        await using var draft = new ObjectFolder(_root).Receive(Begun.Checksum);
        await draft.AppendAsync(new byte[] { 1 }, Ct);
        var facts = ObjectFacts.Of("k", draft.Finish(), DateTimeOffset.UnixEpoch, TagSet.None, TagSet.None);
        return await uploads.AddPartAsync(Begun, 1, draft, facts, Ct);
    }
}
