using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Its last part, which no other key has.</summary>
    internal string Nonce => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>A place where nothing has ever been.</summary>
    internal static ImageKey New(OwnerId owner, PhotoId photo) =>
        new($"{Prefix(owner, photo)}{RandomNumberGenerator.GetHexString(NonceBytes * 2, lowercase: true)}");

    /// <summary>What the keys of a photo's bytes begin with.</summary>
    public static string Prefix(OwnerId owner, PhotoId photo) => $"{Prefix(owner)}{photo}/";

    /// <summary>False for a text that <see cref="New"/> cannot have made.</summary>
    internal static bool TryParse(
        string text, [NotNullWhen(true)] out ImageKey? key, out PhotoName photo)
    {
        (key, photo) = (null, default);
        var parts = text.Split('/');
        if (parts is not ["u", var subject, var id, { Length: NonceBytes * 2 } nonce]
            || !OwnerId.TryParse(subject, out var owner)
            || !PhotoId.TryParse(id, out var photoId)
            || !nonce.All(char.IsAsciiHexDigitLower))
            return false;

        (key, photo) = (new ImageKey(text), new PhotoName(owner, photoId));
        return true;
    }

    /// <summary>What all keys of one person begin with, and no others.</summary>
    public static string Prefix(OwnerId owner) => $"u/{owner}/";

    /// <summary>A key that came from <see cref="New"/> and was remembered by a store of ours.</summary>
    public static ImageKey Stored(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
