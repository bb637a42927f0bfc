using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Photos.Tests.Model;

/// <summary>Stories of two people, made up at random.</summary>
internal static class Stories
{
    /// <summary>How many steps a story has.</summary>
    public const int Length = 50;

    private static readonly Gen<Person> Who = Gen.Elements(Person.Ada, Person.Ada, Person.Ada, Person.Eve);

    private static readonly Gen<bool> Seldom = Gen.Choose(1, 8).Select(number => number == 8);

    private static readonly Gen<bool> Half = Gen.Elements(true, false);

    // Some more often than others, so that it is often the same one that much happens to.
    private static readonly Gen<Sample> Pictures = Gen.Frequency(
        [.. Sample.Pictures.Select((sample, at) => (5 - at, Gen.Constant(sample)))]);

    private static readonly Gen<Sample> Files = Gen.Frequency((9, Pictures), (1, Gen.Constant(Sample.Page)));

    private static readonly Gen<int> Limit = Gen.Choose(1, 3);

    private static readonly Gen<string?> Key = Gen.Frequency(
        (3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("k", "l")));

    private static readonly Gen<Match> Matches = Gen.Frequency(
        (4, Gen.Constant(Match.Any)),
        (4, Gen.Constant(Match.Last)),
        (2, Gen.Constant(Match.Star)),
        (2, Gen.Constant(Match.First)),
        (1, Gen.Constant(Match.Wrong)));

    private static readonly Gen<string?> Days = Gen.Elements<string?>(null, "2026-07-01", "2026-08-02");

    /// <summary>The story that a seed stands for.</summary>
    public static Step[] Of(ulong seed) => Parts().Sample(1, new Rnd(seed), Length)[0];

    private static Gen<Step[]> Parts() =>
        from beginning in Upload().ArrayOf(3)
        from parts in Part().ArrayOf(Length)
        select beginning.Concat(parts).SelectMany(part => part).Take(Length).ToArray();

    // Left to chance alone, hardly a file would ever become a photo.
    private static Gen<Step[]> Part() => Gen.Frequency(
        (4, Upload()),
        (1, Discard()),
        (1, Loss()),
        (2, One(AnnounceStep())),
        (3, One(SendOrFinish())),
        (5, One(PhotoStep())),
        (4, One(PatchStep())),
        (2, One(CopyStep())),
        (3, One(ListStep())),
        (3, One(BookSteps.Any(Who, Photo, Matches, Key, Limit))),
        (3, One(TodoSteps.Any(Who, Photo, Matches, Key, Limit, Days))),
        (3, One(TimeStep())));

    private static Gen<Step[]> One(Gen<Step> step) => step.Select(each => new[] { each });

    private static Gen<Step[]> Upload() =>
        from who in Who
        from sample in Files
        from title in Gen.Elements(null, "T")
        from isChosen in Half
        let photo = new PhotoRef(who, sample, Former: false)
        select new Step[]
        {
            new Announce(who, sample, isChosen ? sample : null), new SendBytes(photo),
            new Finish(who, photo, ByName: false, title),
        };

    private static Gen<Step[]> Discard() =>
        from who in Who
        from sample in Pictures
        from days in Gen.Elements(0, 2)
        let photo = new PhotoRef(who, sample, Former: false)
        select new Step[]
        {
            new TrashPhoto(who, photo, Match.Any, ForGood: false), new Wait(TimeSpan.FromDays(days)),
            new TrashPhoto(who, photo, Match.Any, ForGood: true),
        };

    // What a book or a to-do says of a photo that goes.
    private static Gen<Step[]> Loss() =>
        from who in Who
        from sample in Pictures
        from isBook in Half
        from part in Gen.Choose(0, 3)
        let photo = new PhotoRef(who, sample, Former: false)
        let last = new EntryRef(who, 0)
        select new Step[]
        {
            isBook ? new AddBook(who, "B", photo, [photo]) : new AddTodo(who, "D", null, null, photo),
            new TrashPhoto(who, photo, Match.Any, ForGood: false),
            new TrashPhoto(who, photo, Match.Any, ForGood: true),
            isBook
                ? new ChangeBook(
                    who, last, Match.Star, part > 0 ? "C" : null, part > 1, null, part % 2 == 0 ? null : [photo])
                : new PatchTodo(who, last, Match.Any, part > 1, false, null, part % 2 == 0, photo),
            isBook ? new LookAtBook(who, last, HasSeen: false) : new LookAtTodo(who, last),
        };

    private static Gen<PhotoRef> Photo(Person who) =>
        from isOthers in Seldom
        from isFormer in Seldom
        from sample in Pictures
        select new PhotoRef(isOthers ? 1 - who : who, sample, isFormer);

    private static Gen<Step> AnnounceStep() =>
        from who in Who
        from sample in Files
        from chosen in Gen.Frequency((2, Gen.Constant<Sample>(null!)), (1, Pictures))
        from key in Key
        select (Step)new Announce(who, sample, chosen) { Key = key };

    private static Gen<Step> SendOrFinish() =>
        from who in Who
        from photo in Photo(who)
        from isPage in Seldom
        from title in Gen.Elements(null, "T", "U")
        from key in Key
        from choice in Gen.Choose(0, 5)
        let meant = isPage ? photo with { Sample = Sample.Page } : photo
        select choice switch
        {
            <= 1 => new SendBytes(meant with { Owner = who }),
            2 => new Notice(),
            3 => (Step)new Finish(who, meant, ByName: true, title) { Key = key },
            _ => new Finish(who, meant, ByName: false, title) { Key = key },
        };

    private static Gen<Step> PhotoStep() =>
        from who in Who
        from photo in Photo(who)
        from more in Photo(who).ArrayOf(2)
        from match in Matches
        from key in Key
        from action in Gen.Elements("delete", "restore", "purge", "tag", "untag", "favourite", "unfavourite")
        from choice in Gen.Choose(0, 7)
        select choice switch
        {
            0 => new Look(who, photo, HasSeen: true),
            1 => new Look(who, photo, HasSeen: false),
            2 or 3 => new TrashPhoto(who, photo, match, ForGood: false),
            4 => new TrashPhoto(who, photo, match, ForGood: true),
            5 or 6 => (Step)new RestorePhoto(who, photo, match) { Key = key },
            _ => new Batch(who, action, [photo, .. more]) { Key = key },
        };

    private static Gen<Step> PatchStep() =>
        from who in Who
        from photo in Photo(who)
        from match in Matches
        from said in Gen.Elements(
            ("titles", """{"title":"V"}""", new Edit { SetsTitle = true, Title = "V" }),
            ("takes the title from", """{"title":null}""", new Edit { SetsTitle = true }),
            ("likes", """{"favourite":true}""", new Edit { Favourite = true }),
            ("no longer likes", """{"favourite":null}""", new Edit { Favourite = false }),
            ("dates back", """{"takenAt":"2023-05-06T07:08:09"}""", Dated("2023-05-06T07:08:09")),
            ("dates again", """{"takenAt":"2024-01-02T03:04:05"}""", Dated("2024-01-02T03:04:05")),
            ("takes the date from", """{"takenAt":null}""", new Edit { ForgetsTaken = true }),
            ("tags x", """{"tags":["x"]}""", new Edit { Tags = ["x"] }),
            ("tags y and x", """{"tags":["y","x","y"]}""", new Edit { Tags = ["x", "y"] }),
            ("takes the tags from", """{"tags":null}""", new Edit { Tags = [] }))
        select (Step)new PatchPhoto(who, photo, match, said.Item1, said.Item2, said.Item3);

    private static Edit Dated(string time) =>
        new() { Taken = DateTime.ParseExact(time, "s", CultureInfo.InvariantCulture) };

    private static Gen<Step> CopyStep() =>
        from who in Who
        from photo in Photo(who)
        from preview in Half
        from thumbnail in Half
        from isSent in Half
        from key in Key
        select isSent
            ? (Step)new SendCopy(photo with { Owner = who }, preview)
            : new OfferCopies(who, photo, preview, thumbnail) { Key = key };

    private static Gen<Step> ListStep() =>
        from who in Who
        from isTrash in Seldom
        from isFavourite in Seldom
        from tag in Gen.Elements(null, null, null, "x", "y")
        from day in Gen.Elements<DateTime?>(null, null, null, new DateTime(2023, 5, 6), new DateTime(2024, 1, 2))
        from isFrom in Half
        from limit in Limit
        from name in Gen.Frequency((9, Gen.Constant<string?>("")), (1, Gen.Elements(null, "N", "M")))
        let filter = new Filter
        {
            Trashed = isTrash,
            Favourite = isFavourite,
            Tag = tag,
            From = isFrom ? day : null,
            To = isFrom ? null : day,
        }
        select name is "" ? (Step)new ListPhotos(who, filter, limit) : new Rename(who, name);

    private static Gen<Step> TimeStep() => Gen.Frequency(
        (3, Gen.Constant<Step>(new Sweep())),
        (3, Gen.Elements(10.0 / 60, 6, 24, 48, 24 * 30)
            .Select(hours => (Step)new Wait(TimeSpan.FromHours(hours)))));
}
