using Microsoft.Data.Sqlite;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Embedded;

/// <summary>A photo as a row of <c>photos</c>: one column per line, in the order in which they are read.</summary>
internal static class PhotoRow
{
    // A tag is one line.
    private const char TagSeparator = '\n';

    private static readonly string[] Names =
    [
        "owner", "id", "version", "state", "name", "type", "bytes", "sha256", "original", "added_at", "taken_local",
        "taken_offset", "taken_source", "trashed_at", "title", "preview", "thumbnail", "width", "height", "orientation",
        "camera_make", "camera_model", "latitude", "longitude", "caption", "favourite", "tags", "open_until", "due",
        "owed",
    ];

    public static string Columns { get; } = string.Join(", ", Names);

    /// <summary>The columns of the table that a query calls <c>p</c>.</summary>
    public static string ColumnsOfP { get; } = string.Join(", ", Names.Select(name => $"p.{name}"));

    public static string Parameters { get; } = string.Join(", ", Names.Select(name => $"${name}"));

    public static (string Name, object? Value)[] Of(Photo photo) =>
    [
        ("$owner", photo.Owner.Subject),
        ("$id", photo.Id.ToString()),
        ("$version", photo.Version),
        ("$state", Words.Of(photo.State)),
        ("$name", photo.File.Name.Text),
        ("$type", photo.File.Type.Text),
        ("$bytes", photo.File.Bytes),
        ("$sha256", photo.File.Sha256.Hex),
        ("$original", photo.Original.Text),
        ("$added_at", photo.AddedAt.ToUnixTimeMilliseconds()),
        ("$taken_local", Words.Of(photo.TakenAt.Local)),
        ("$taken_offset", (long?)photo.TakenAt.Offset?.TotalMinutes),
        ("$taken_source", Words.Of(photo.TakenAt.Source)),
        ("$trashed_at", photo.TrashedAt?.ToUnixTimeMilliseconds()),
        ("$title", photo.Title?.Text),
        ("$preview", photo.Preview?.Text),
        ("$thumbnail", photo.Thumbnail?.Text),
        ("$width", photo.Facts.Size?.Width),
        ("$height", photo.Facts.Size?.Height),
        ("$orientation", photo.Facts.Orientation),
        ("$camera_make", photo.Facts.Camera?.Make),
        ("$camera_model", photo.Facts.Camera?.Model),
        ("$latitude", photo.Facts.Place?.Latitude),
        ("$longitude", photo.Facts.Place?.Longitude),
        ("$caption", photo.Caption?.Text),
        ("$favourite", photo.Favourite),
        ("$tags", photo.Tags.Count > 0 ? string.Join(TagSeparator, photo.Tags) : null),
        ("$open_until", photo.OpenUntil?.ToUnixTimeMilliseconds()),
        ("$due", photo.Due?.ToUnixTimeMilliseconds()),
        ("$owed", photo.Owed?.ToString()),
    ];

    public static Photo ToPhoto(OwnerId owner, SqliteDataReader row) => new()
    {
        Id = PhotoId.TryParse(row.GetString(1), out var id) ? id : throw Damaged(row),
        Owner = owner,
        Version = row.GetInt32(2),
        State = Words.State(row.GetString(3)),
        File = ToFile(row).Is(out var file, out _) ? file : throw Damaged(row),
        Original = ImageKey.Stored(row.GetString(8)),
        AddedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
        TakenAt = new TakenAt(
            Words.WallTime(row.GetString(10)),
            Number(row, 11) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Words.Source(row.GetString(12))),
        TrashedAt = Instant(row, 13),
        Title = Line.From("title", Text(row, 14), Photo.LongestTitle).Is(out var title, out _) ? title : null,
        Preview = Text(row, 15) is { } preview ? ImageKey.Stored(preview) : null,
        Thumbnail = Text(row, 16) is { } thumbnail ? ImageKey.Stored(thumbnail) : null,
        Facts = ToFacts(row),
        Caption = Text(row, 24) is { } caption ? Line.Stored(caption) : null,
        Favourite = row.GetBoolean(25),
        Tags = Text(row, 26) is { } tags ? PhotoTags.Stored(tags.Split(TagSeparator)) : PhotoTags.None,
        OpenUntil = Instant(row, 27),
        Due = Instant(row, 28),
        Owed = Text(row, 29) is { } owed ? UsageMark.Stored(owed) : null,
    };

    /// <summary>The columns in which a row says something else than the photo that was read from it.</summary>
    public static IEnumerable<string> Differences(SqliteDataReader row, Photo photo) =>
        Rows.Differences(row, Of(photo));

    private static Outcome<ImageFile> ToFile(SqliteDataReader row) =>
        ImageFile.From(row.GetString(4), row.GetString(5), row.GetInt64(6), row.GetString(7));

    private static ImageFacts ToFacts(SqliteDataReader row)
    {
        var (make, model) = (Text(row, 20), Text(row, 21));
        return new ImageFacts(
            Number(row, 17) is { } width ? new PixelSize((int)width, (int)Number(row, 18)!) : null,
            (int?)Number(row, 19),
            make is null && model is null ? null : new Camera(make, model),
            row.IsDBNull(22) ? null : new Place(row.GetDouble(22), row.GetDouble(23)));
    }

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column);

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
        Number(row, column) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    private static InvalidDataException Damaged(SqliteDataReader row) =>
        new($"The photo {row.GetString(1)} is not one that this version wrote; put back a copy of the database.");
}
