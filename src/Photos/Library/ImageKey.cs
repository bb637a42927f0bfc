using System.Security.Cryptography;

namespace Photos.Library;

/// <summary>Where the bytes of one file are: <c>u/{owner}/{photo}/{nonce}</c>. A key is never used again.</summary>
/// <remarks>
/// The owner comes first so that one prefix is one person, the photo second so that whatever belongs to it is found
/// without its record, and the nonce makes a late upload to an old link unable to touch anything new.
/// </remarks>
public sealed record ImageKey
{
    private const int NonceBytes = 12;

    private ImageKey(string text) => Text = text;

    /// <summary>The key without the bucket: at most 100 characters of letters, digits, '-' and '/'.</summary>
    public string Text { get; }

    /// <summary>A place where nothing has ever been.</summary>
    internal static ImageKey New(OwnerId owner, PhotoId photo) =>
        new($"{PrefixOf(owner)}{photo}/{RandomNumberGenerator.GetHexString(NonceBytes * 2, lowercase: true)}");

    /// <summary>What all keys of one person begin with, and no others.</summary>
    public static string PrefixOf(OwnerId owner) => $"u/{owner}/";

    /// <summary>A key that came from <see cref="New"/> and was remembered by a store of ours.</summary>
    public static ImageKey Stored(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
