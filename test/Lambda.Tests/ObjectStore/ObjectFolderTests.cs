using System.Text;
using Lambda.Local.Disk;
using Lambda.Local.ObjectStore;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Operations;

namespace Lambda.Tests.ObjectStore;

public sealed class ObjectFolderTests : IDisposable
{
    private static readonly byte[] Bytes = [1, 2, 3];

    // Beside the root lies a file that nothing may touch.
    private readonly string _scratch = Directory.CreateTempSubdirectory("objects-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Root => Path.Combine(_scratch, "store");

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Fact]
    public async Task No_key_reaches_outside_of_the_folder()
    {
        await File.WriteAllTextAsync(Path.Combine(_scratch, "canary"), "untouched", Ct);
        var folder = new ObjectFolder(Root);
        var random = new Random(20_261_121);
        var kept = new SortedSet<string>(Comparer<string>.Create((left, right) =>
            Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right))));

        for (var turn = 0; turn < 3_000; turn++)
        {
            var key = HostileKey(random);
            if (random.Next(4) == 0)
            {
                folder.Remove(key, WriteCondition.None, out _);
                kept.Remove(key);
            }
            else
            {
                Assert.Equal(kept.Add(key), await AddAsync(folder, key));
            }
        }

        Assert.Equal(kept, folder.List("", KeyPosition.Start));
        Assert.Equal(["canary", "store"], Directory.GetFileSystemEntries(_scratch).Select(Path.GetFileName).Order());
        Assert.Equal("untouched", await File.ReadAllTextAsync(Path.Combine(_scratch, "canary"), Ct));
        Assert.All(Directory.GetFileSystemEntries(Root, "*", SearchOption.AllDirectories), entry =>
            Assert.Matches(
                "^(incoming|objects(/[0-9a-f]{200})*(/[0-9a-f]{2,200}\\.object)?)$",
                Path.GetRelativePath(Root, entry)));

        foreach (var key in kept)
            folder.Remove(key, WriteCondition.None, out _);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Root, "objects")));
    }

    [Theory]
    [InlineData("/pictures/a%00b")]
    [InlineData("/pictures/a%2")]
    [InlineData("/pictures/a%zz")]
    [InlineData("/pictures/%ff")]
    [InlineData("/pictures/../secret")]
    [InlineData("/pictures/a/%2e%2e/%2e%2e/secret")]
    [InlineData("/pictures/a/%2E/b")]
    [InlineData("/pictures/..")]
    [InlineData("http://elsewhere/pictures/a")]
    public void A_path_that_clients_would_not_agree_on_is_refused(string target) =>
        Assert.Equal(S3Error.InvalidUri, RequestTarget.Read(target, out _));

    [Fact]
    public void A_key_has_at_most_1024_bytes()
    {
        Assert.Null(RequestTarget.Read("/b/" + string.Concat(Enumerable.Repeat("%C3%A4", 512)), out _));
        var longest = string.Concat(Enumerable.Repeat("%C3%A4", 512));
        Assert.Equal(S3Error.KeyTooLong, RequestTarget.Read("/b/a" + longest, out _));
    }

    [Fact]
    public async Task A_link_planted_by_hand_is_not_followed()
    {
        var folder = new ObjectFolder(Root);
        var outside = Directory.CreateDirectory(Path.Combine(_scratch, "outside")).FullName;
        var key = new string('k', 150);
        var planted = Path.Combine(Root, "objects", Path.GetDirectoryName(ObjectPath.Of(key))!);
        Directory.CreateSymbolicLink(planted, outside);

        await Assert.ThrowsAsync<InvalidDataException>(() => AddAsync(folder, key));
        Assert.Throws<InvalidDataException>(() => folder.Find(key));
        Assert.Throws<InvalidDataException>(() => folder.Remove(key, WriteCondition.None, out _));

        Assert.Empty(Directory.GetFileSystemEntries(outside));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_cleared_at_the_next_start()
    {
        await AddAsync(new ObjectFolder(Root), "whole");
        await File.WriteAllBytesAsync(Path.Combine(Root, "incoming", "half"), Bytes, Ct);

        var restarted = new ObjectFolder(Root);

        Assert.Equal(["whole"], restarted.List("", KeyPosition.Start));
        Assert.Single(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_still_being_received_survives_a_second_start()
    {
        var folder = new ObjectFolder(Root);
        await using var draft = folder.Receive(ChecksumAlgorithm.Crc64Nvme);
        await draft.AppendAsync(Bytes, Ct);

        _ = new ObjectFolder(Root);

        Assert.Null(await folder.PublishAsync(draft, Facts("k", draft.Finish()), WriteCondition.OnlyIfNew, Ct));
        Assert.NotNull(folder.Find("k"));
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_no_object()
    {
        var folder = new ObjectFolder(Root);
        await AddAsync(folder, "k");
        var path = Path.Combine(Root, "objects", ObjectPath.Of("k"));
        var whole = await File.ReadAllBytesAsync(path, Ct);
        Assert.Equal(Bytes, whole[..3]);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length], Ct);
            Assert.Throws<InvalidDataException>(() => folder.Find("k"));
        }
    }

    [Fact]
    public async Task An_object_stays_readable_while_it_is_removed()
    {
        var folder = new ObjectFolder(Root);
        await AddAsync(folder, "k");
        using var open = folder.Find("k")!;

        folder.Remove("k", WriteCondition.None, out _);

        using var read = new MemoryStream();
        await open.CopyAllToAsync(read.WriteAsync, Ct);
        Assert.Equal(Bytes, read.ToArray());
        Assert.Null(folder.Find("k"));
    }

    [Fact]
    public async Task Tags_belong_to_the_object_that_they_were_given_to()
    {
        var folder = new ObjectFolder(Root);
        await AddAsync(folder, "k");
        var beside = TagFile.Beside(Path.Combine(Root, "objects", ObjectPath.Of("k")));
        var tags = new Dictionary<string, string> { ["state"] = "kept" };

        Assert.Null(await folder.TagAsync("k", tags, Ct));
        Assert.Equal(tags, FactsOf(folder, "k").Tags);
        var left = await File.ReadAllBytesAsync(beside, Ct);
        folder.Remove("k", WriteCondition.None, out _);
        Assert.Equal(S3Error.NoSuchKey, await folder.TagAsync("k", tags, Ct));
        Assert.Empty(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));

        // As a power cut would leave them.
        await AddAsync(folder, "k");
        await File.WriteAllBytesAsync(beside, left, Ct);
        Assert.Empty(FactsOf(folder, "k").Tags);
    }

    [Fact]
    public async Task An_object_that_replaces_another_has_no_tags_of_it()
    {
        var folder = new ObjectFolder(Root);
        async Task ReplaceAsync()
        {
            await using var draft = folder.Receive(ChecksumAlgorithm.Crc64Nvme);
            await draft.AppendAsync(Bytes, Ct);
            Assert.Null(await folder.PublishAsync(draft, Facts("k", draft.Finish()), WriteCondition.None, Ct));
        }

        var tags = new Dictionary<string, string> { ["state"] = "old" };
        await ReplaceAsync();
        for (var turn = 0; turn < 50; turn++)
        {
            var given = Task.Run(() => folder.TagAsync("k", tags, Ct), Ct);
            await ReplaceAsync();
            Assert.Null(await given);

            // The tags came first or last, but they never outlive a replacement.
            await ReplaceAsync();
            Assert.Empty(FactsOf(folder, "k").Tags);
        }
    }

    [Fact]
    public async Task Only_tags_beside_an_object_are_in_their_place()
    {
        var folder = new ObjectFolder(DataFolder.Objects(_scratch));
        await AddAsync(folder, "k");
        await folder.TagAsync("k", TagSet.None, Ct);
        var objects = new StoredObjects(_scratch);
        var tags = Directory.GetFiles(_scratch, "*.tags", SearchOption.AllDirectories);

        Assert.Equal(["k"], objects.List(""));
        File.Delete(Path.ChangeExtension(Assert.Single(tags), ObjectPath.Extension));
        Assert.Equal(tags, objects.List(""));
    }

    [Fact]
    public async Task Objects_belong_to_their_owner_alone()
    {
        var folder = new ObjectFolder(Root);
        await AddAsync(folder, "k");

        // Windows has rights of another kind, inherited from the profile.
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.GetFiles(Root, "*", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(Root));
    }

    [Fact]
    public void A_full_disk_is_told_from_other_failures()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);

        var error = Assert.Throws<IOException>(() => full.Write(Bytes));

        Assert.True(DiskFull.Is(error));
        Assert.False(DiskFull.Is(new FileNotFoundException()));
    }

    private static async Task<bool> AddAsync(ObjectFolder folder, string key)
    {
        await using var draft = folder.Receive(ChecksumAlgorithm.Crc64Nvme);
        await draft.AppendAsync(Bytes, Ct);
        return await folder.PublishAsync(draft, Facts(key, draft.Finish()), WriteCondition.OnlyIfNew, Ct) is null;
    }

    private static ObjectFacts Facts(string key, Digests digests) =>
        ObjectFacts.Of(key, digests, DateTimeOffset.UnixEpoch, TagSet.None, TagSet.None);

    private static ObjectFacts FactsOf(ObjectFolder folder, string key)
    {
        using var found = folder.Find(key);
        return found!.Facts;
    }

    private static string HostileKey(Random random)
    {
        string[] parts =
        [
            "..", ".", "/", "\\", "%2e%2e", "%5c", "~", "CON", "nul.txt", "a", "A", "ä", "☕", "\r\n", "\u001b[2J",
            "\u2028",
            " ", "canary", "../../canary", "C:", "//host/share", ":stream", "*", "?", new string('x', 150), ".object",
        ];
        var key = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => parts[random.Next(parts.Length)]));
        return Encoding.UTF8.GetByteCount(key) <= RequestTarget.MaxKeyBytes ? key : "a";
    }
}
