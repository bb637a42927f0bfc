using System.Security.Cryptography;
using System.Text;
using NSubstitute;
using Photos.Books;
using Photos.Functions.Http;
using Photos.Keys;
using Photos.Library;
using Photos.Repeats;
using Photos.Outcomes;
using Photos.Todos;

namespace Photos.Tests;

/// <summary>Valid things to test with; a test names only what matters to it.</summary>
internal static class A
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static OwnerId Owner { get; } = OwnerNumbered(1);

    public static OwnerId Stranger { get; } = OwnerNumbered(2);

    public static OwnerId OwnerNumbered(int number)
    {
        var subject = $"00000000-0000-4000-8000-{number:000000000000}";
        return OwnerId.TryParse(subject, out var owner) ? owner : throw NotValid(subject);
    }

    public static PhotoId Id(char last) =>
        PhotoId.TryParse($"01J0000000000000000000000{last}", out var id) ? id : throw NotValid(last);

    public static PhotoId NewId() => PhotoId.New(TimeProvider.System);

    public static TakenAt Taken(DateTimeOffset time) => new(time.DateTime, null, TakenAtSource.Exif);

    public static FileName Name(string text) =>
        FileName.From(text).Is(out var name, out _) ? name : throw NotValid(text);

    public static PhotoTags Tags(params string[] tags) =>
        PhotoTags.From(tags).Is(out var valid, out _) ? valid : throw NotValid(tags);

    public static PhotoFilter Filter(Outcome<PhotoFilter> filter) =>
        filter.Is(out var valid, out var problem) ? valid : throw NotValid(problem);

    public static MediaType Type(string text) => MediaType.TryParse(text, out var type) ? type : throw NotValid(text);

    public static Sha256 DigestOf(ReadOnlySpan<byte> bytes)
    {
        var hex = Convert.ToHexString(SHA256.HashData(bytes));
        return Sha256.TryParse(hex, out var sha256) ? sha256 : throw NotValid(hex);
    }

    /// <summary>Cursors of a library of its own.</summary>
    public static Cursors Cursors(TimeProvider clock)
    {
        var keys = Substitute.For<IKeyStore>();
        keys.FindOrAddAsync(default!, default!, default).ReturnsForAnyArgs(call => call.Arg<byte[]>());
        return new Cursors(keys, clock);
    }

    /// <summary>For requests without a key, which it lets through.</summary>
    public static Once Once(TimeProvider clock) => new(Substitute.For<IRequestStore>(), clock);

    /// <summary>The shortest file that is a JPEG by its first bytes, and like no other.</summary>
    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        .. Guid.CreateVersion7().ToByteArray(),
    ];

    public static ImageFile File(string name = "IMG_1.jpg", string content = "a picture", string type = "image/jpeg")
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new ImageFile(Name(name), Type(type), bytes.Length, DigestOf(bytes));
    }

    public static Photo Photo(
        OwnerId? owner = null,
        PhotoId? id = null,
        DateTimeOffset? takenAt = null,
        PhotoState state = PhotoState.Ready,
        string name = "IMG_1.jpg",
        string? content = null,
        int version = 1)
    {
        id ??= NewId();
        owner ??= Owner;
        return new Photo
        {
            Id = id,
            Owner = owner,
            File = File(name, content ?? id.ToString()),
            Original = ImageKey.New(owner, id),
            Version = version,
            State = state,
            TakenAt = Taken(takenAt ?? Noon),
            AddedAt = Noon,
            TrashedAt = state == PhotoState.Trashed ? Noon.AddDays(1) : null,
        };
    }

    /// <summary>A photo with every member set.</summary>
    public static Photo FullPhoto()
    {
        var photo = Photo(takenAt: Noon.AddTicks(1));
        return photo with
        {
            Title = Line.Stored("Harbour \U0001F6A2"),
            TakenAt = new TakenAt(
                new DateTime(1969, 7, 20, 20, 17, 40, 5), TimeSpan.FromMinutes(-330), TakenAtSource.ExifDigitised),
            Preview = ImageKey.New(photo.Owner, photo.Id),
            Thumbnail = ImageKey.New(photo.Owner, photo.Id),
            Caption = Line.Stored("Seen from the ferry, \u00e5 so early"),
            Favourite = true,
            Tags = Tags("harbour", "\U0001F6A2"),
            Owed = new UsageMark(UsageMove.Restored, 1),
            OpenUntil = Noon.AddDays(1).AddTicks(1),
            Due = Noon.AddMinutes(5).AddTicks(1),
            Facts = new ImageFacts(
                new PixelSize(4032, 3024), 6, new Camera("Apple", null), new Place(-59.913868, 10.752245)),
        };
    }

    public static EntryId Entry(char last) => EntryId.Stored($"01J0000000000000000000000{last}");

    public static BookPage Page(char last, string? caption = null) =>
        new(Id(last), caption is null ? null : Line.Stored(caption));

    public static Book Book(
        EntryId? id = null, string title = "Summer", PhotoId? cover = null, params BookPage[] pages) => new(
        id ?? EntryId.New(TimeProvider.System),
        Owner,
        Version: 1,
        BookContent.Stored(Line.Stored(title), cover, pages),
        Noon,
        Noon.AddTicks(1));

    public static Todo Todo(EntryId? id = null, string? due = null, bool done = false, PhotoId? photo = null) => new(
        id ?? EntryId.New(TimeProvider.System),
        Owner,
        Version: 1,
        new TodoContent(Line.Stored("The harbour at night"), due is null ? null : Day.Stored(due), done, photo),
        Noon,
        Noon.AddTicks(1));

    private static ArgumentException NotValid(object value) => new($"{value} is not valid to test with.");
}
