using System.Globalization;
using Photos.Library;

namespace Photos.Functions.Views;

/// <summary>A photo as clients see it; members that do not apply are left out.</summary>
public sealed record PhotoView
{
    /// <summary>A ULID.</summary>
    /// <value pattern="^[0-9A-HJKMNP-TV-Z]{26}$" example="01J9Z3NDEKTSV4RRFFQ69G5FAV"/>
    public required string Id { get; init; }

    /// <summary>The file's own name.</summary>
    public required string Name { get; init; }

    /// <summary>What the owner calls it.</summary>
    public string? Title { get; init; }

    /// <summary>What the owner tells of it.</summary>
    public string? Caption { get; init; }

    /// <summary>Media type of the original.</summary>
    /// <value example="image/jpeg"/>
    public required string Type { get; init; }

    /// <summary>Length of the original.</summary>
    /// <value minimum="1"/>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the original, 64 lower-case hexadecimal digits.</summary>
    /// <value pattern="^[0-9a-f]{64}$"/>
    public required string Sha256 { get; init; }

    /// <summary>Pixels across, as seen after orientation.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels down, as seen after orientation.</summary>
    public int? Height { get; init; }

    /// <summary>EXIF orientation of the original, 1 (upright) to 8.</summary>
    /// <value minimum="1" maximum="8"/>
    public int? Orientation { get; init; }

    /// <summary>When it was taken, and how that is known.</summary>
    public required TakenAtView TakenAt { get; init; }

    /// <summary>When it became part of the library, in UTC.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>Which camera took it.</summary>
    public Camera? Camera { get; init; }

    /// <summary>Where it was taken.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether it is one of the owner's favourites.</summary>
    public required bool Favourite { get; init; }

    /// <summary>The owner's words for it, each once and in order.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>In the library, or in its trash.</summary>
    /// <value enum="ready trashed"/>
    public required string State { get; init; }

    /// <summary>When it went to the trash, in UTC.</summary>
    public DateTime? TrashedAt { get; init; }

    /// <summary>When the trash lets go of it, in UTC.</summary>
    public DateTime? PurgeAt { get; init; }

    /// <summary>Where its bytes are, for half an hour at least.</summary>
    public required LinksView Links { get; init; }

    internal static PhotoView Of(Photo photo, LinksView links) => new()
    {
        Id = photo.Id.ToString(),
        Name = photo.File.Name.Text,
        Title = photo.Title?.Text,
        Caption = photo.Caption?.Text,
        Type = photo.File.Type.Text,
        Bytes = photo.File.Bytes,
        Sha256 = photo.File.Sha256.Hex,
        Width = photo.Facts.Size?.Width,
        Height = photo.Facts.Size?.Height,
        Orientation = photo.Facts.Orientation,
        TakenAt = TakenAtView.Of(photo.TakenAt),
        AddedAt = photo.AddedAt.UtcDateTime,
        Camera = photo.Facts.Camera,
        Place = photo.Facts.Place,
        Favourite = photo.Favourite,
        Tags = [.. photo.Tags.Select(tag => tag.Text)],
        State = Words.Of(photo.State),
        TrashedAt = photo.TrashedAt?.UtcDateTime,
        PurgeAt = photo.PurgeAt?.UtcDateTime,
        Links = links,
    };
}

/// <summary>Links to a photo's bytes; each answers as an attachment.</summary>
/// <param name="Original">The file as it was sent.</param>
/// <param name="Preview">The copy for a whole screen, once it has been announced.</param>
/// <param name="Thumbnail">The copy for a grid, once it has been announced.</param>
/// <param name="ExpiresAt">Until when the links are good, in UTC.</param>
public sealed record LinksView(Uri Original, Uri? Preview, Uri? Thumbnail, DateTime ExpiresAt);

/// <summary>Wall time of the camera.</summary>
/// <param name="Local" example="2015-04-10T20:12:23">
/// <c>2015-04-10T20:12:23</c>; the order of the library knows fractions too.
/// </param>
/// <param name="Offset" pattern="^[+-][0-9]{2}:[0-9]{2}$"><c>+02:00</c>, only where it is known.</param>
/// <param name="Source" enum="exif exif-digitised client name upload">Who says so.</param>
public sealed record TakenAtView(string Local, string? Offset, string Source)
{
    internal static TakenAtView Of(TakenAt taken) => new(
        taken.Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        taken.Offset is { } offset ? Signed(offset) : null,
        Words.Of(taken.Source));

    // TimeSpan writes hours and minutes without their sign.
    private static string Signed(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
