using Photos.Library;
using Photos.Outcomes;

namespace Photos.LibraryBenchmark;

/// <summary>A photo as phones make them, and the lists that it is looked for in.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Added = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Dictionary<string, PhotoFilter> Filters { get; } = new()
    {
        ["library"] = PhotoFilter.Library,
        ["favourites"] = Of(PhotoFilter.Of(PhotoState.Ready, true, null)),
        ["by tag"] = Of(PhotoFilter.Of(PhotoState.Ready, false, PhotoTag.Stored(Filling.Tag))),
        ["from and until"] = Of(PhotoFilter.Of(PhotoState.Ready, false, null, new(2006, 1, 1), new(2020, 1, 1))),
        ["by tag, from and until"] = Of(PhotoFilter.Of(
            PhotoState.Ready, false, PhotoTag.Stored(Filling.Tag), new(2006, 1, 1), new(2020, 1, 1))),
        ["trash"] = PhotoFilter.InTrash,
    };

    public static Photo Photo()
    {
        var owner = OwnerId.TryParse("00000000-0000-4000-8000-000000000001", out var subject) ? subject : throw Wrong();
        var id = PhotoId.TryParse("01J00000000000000000000000", out var text) ? text : throw Wrong();
        return new Photo
        {
            Owner = owner,
            Id = id,
            File = Of(ImageFile.From("IMG_20240102_030405.jpg", "image/jpeg", 3_141_592, new string('a', 64))),
            Original = ImageKey.Stored($"{ImageKey.Prefix(owner, id)}{new string('0', 24)}"),
            Version = 3,
            State = PhotoState.Ready,
            TakenAt = new TakenAt(new DateTime(2024, 1, 2, 3, 4, 5), TimeSpan.FromHours(1), TakenAtSource.Exif),
            AddedAt = Added,
            Title = Line.Stored("Seen from the ferry"),
            Preview = ImageKey.Stored($"{ImageKey.Prefix(owner, id)}{new string('1', 24)}"),
            Thumbnail = ImageKey.Stored($"{ImageKey.Prefix(owner, id)}{new string('2', 24)}"),
            Facts = new ImageFacts(
                new PixelSize(4032, 3024), 6, new Camera("Apple", "iPhone 6"), new Place(59.913868, 10.752245)),
        };
    }

    private static T Of<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.Is(out var value, out var problem) ? value : throw new ArgumentException($"{problem}");

    private static InvalidOperationException Wrong() => new("The sample is not valid.");
}
