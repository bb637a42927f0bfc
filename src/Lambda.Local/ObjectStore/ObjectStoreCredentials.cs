using System.Security.Cryptography;
using System.Text.Json;
using Lambda.Local.Disk;

namespace Lambda.Local.ObjectStore;

/// <summary>The key pair that signs requests to the object store, as an AWS account's would.</summary>
/// <param name="AccessKey">Names the pair; part of every link.</param>
/// <param name="SecretKey">Signs; never leaves this machine.</param>
public sealed record ObjectStoreCredentials(string AccessKey, string SecretKey)
{
    private const string FileName = "object-store-key.json";

    /// <summary>The pair of this data folder, made at random and readable by its owner alone the first time.</summary>
    /// <exception cref="LocalStartException">The file is there but holds no key pair.</exception>
    public static ObjectStoreCredentials ReadOrMake(string dataFolder)
    {
        OwnerOnly.MakeFolder(dataFolder);
        var path = Path.Combine(dataFolder, FileName);

        // Two processes may start at once: whoever adds the file first decides, and both read it.
        if (!File.Exists(path))
            OwnerOnly.TryAdd(path, JsonSerializer.SerializeToUtf8Bytes(Random()));

        try
        {
            var read = JsonSerializer.Deserialize<ObjectStoreCredentials>(File.ReadAllBytes(path));
            if (read is { AccessKey.Length: > 0, SecretKey.Length: > 0 })
                return read;
        }
        catch (JsonException cause)
        {
            throw Damaged(path, cause);
        }

        throw Damaged(path, null);
    }

    /// <summary>Without the secret, so that a log of it is harmless.</summary>
    public override string ToString() => $"{nameof(ObjectStoreCredentials)} {AccessKey}";

    private static ObjectStoreCredentials Random() => new(
        "LOCAL" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 15),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)));

    private static LocalStartException Damaged(string path, Exception? cause) =>
        new($"{path} holds no key pair; delete it and a new one is made at the next start.", cause);
}
