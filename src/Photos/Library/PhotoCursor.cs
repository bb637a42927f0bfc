using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Photos.Outcomes;

namespace Photos.Library;

/// <summary>A position in an owner's timeline: behind one photo, whether or not that photo still exists.</summary>
/// <param name="Local">The photo's place in its list: wall time in the library, UTC in the trash.</param>
/// <param name="Id">The photo.</param>
public sealed record PhotoCursor(DateTime Local, PhotoId Id)
{
    private const string Format = "yyyyMMddHHmmssfff";

    /// <summary>The position of <paramref name="photo"/>.</summary>
    public static PhotoCursor At(Photo photo) => new(photo.ListedAt, photo.Id);

    /// <summary>Reads what <see cref="ToString"/> gave to a client.</summary>
    public static Outcome<PhotoCursor> From(string text)
    {
        Span<byte> ascii = stackalloc byte[Format.Length + Ulid.Length];
        if (text.Contains('=') || !Base64Url.IsValid(text, out var length) || length != ascii.Length)
            return Unknown;

        Base64Url.DecodeFromChars(text, ascii);
        var plain = Encoding.ASCII.GetString(ascii);
        return DateTime.TryParseExact(
                plain[..Format.Length], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && PhotoId.TryParse(plain[Format.Length..], out var id)
            && new PhotoCursor(local, id) is var cursor
            && cursor.ToString() == text
            ? cursor
            : Unknown;
    }

    /// <summary>Opaque to clients, and safe in a query string.</summary>
    public override string ToString() => Base64Url.EncodeToString(
        Encoding.ASCII.GetBytes(Local.ToString(Format, CultureInfo.InvariantCulture) + Id));

    internal static Problem Unknown { get; } =
        Problem.Invalid("after", "Send what 'next' of the page before said, or leave it out for the first page.");
}
