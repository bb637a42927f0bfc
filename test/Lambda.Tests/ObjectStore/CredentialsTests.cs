using Lambda.Local;
using Lambda.Local.ObjectStore;

namespace Lambda.Tests.ObjectStore;

public sealed class CredentialsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("credentials-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Whoever_starts_first_makes_the_key_pair_and_all_others_read_it()
    {
        var pairs = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => ObjectStoreCredentials.ReadOrMake(_folder))));

        Assert.Single(pairs.Distinct());
        var file = Assert.Single(Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain(pairs[0].SecretKey, pairs[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"AccessKey\":\"a\"}")]
    [InlineData("nonsense")]
    public void A_damaged_file_is_named_in_one_sentence(string content)
    {
        ObjectStoreCredentials.ReadOrMake(_folder);
        var file = Directory.GetFiles(_folder).Single();
        File.WriteAllText(file, content);

        var error = Assert.Throws<LocalStartException>(() => ObjectStoreCredentials.ReadOrMake(_folder));

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
    }
}
