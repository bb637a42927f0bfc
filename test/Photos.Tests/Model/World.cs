using Photos.Library;

namespace Photos.Tests.Model;

/// <summary>Both people's libraries as they have to be, and the clock that they share.</summary>
internal sealed class World
{
    private static int _owners = 100_000;

    private readonly Dictionary<Person, PersonModel> _people;

    public World()
    {
        Owners = Enum.GetValues<Person>().ToDictionary(
            person => person, _ => A.OwnerNumbered(Interlocked.Increment(ref _owners)));
        _people = Owners.ToDictionary(owner => owner.Key, owner => new PersonModel(owner.Value.Subject, this));
    }

    public FixedClock Clock { get; } = new(A.Noon);

    /// <summary>Ids that nobody had before.</summary>
    public IReadOnlyDictionary<Person, OwnerId> Owners { get; }

    /// <summary>How many links were signed.</summary>
    public int Links { get; private set; }

    public PersonModel this[Person person] => _people[person];

    public DateTimeOffset Now => Clock.Now;

    public IEnumerable<PhotoModel> Photos => _people.Values.SelectMany(person => person.Photos);

    public Sending Sign(DateTimeOffset end) => new(Links++, end);

    /// <summary>The bucket tells of everything that lies in it.</summary>
    public void Notice()
    {
        foreach (var photo in Photos.Where(photo => photo is { Stage: Stage.Announced, Original.HasArrived: true }))
            photo.Finish(null);
    }

    public void Sweep()
    {
        foreach (var photo in Photos)
            photo.Sweep();
    }

    /// <summary>Somebody means a photo; what they get is theirs, whatever they mean.</summary>
    public Said With(Person who, PhotoRef which, Func<PhotoModel, Said> act) =>
        _people[who].Find(which.IdIn(this)) is { } photo ? act(photo) : Said.Missing;
}

/// <summary>Which photo is meant: that of a person, made of a file; the last, or the one before that.</summary>
internal sealed record PhotoRef(Person Owner, Sample Sample, bool Former)
{
    private static readonly string Unknown = PhotoId.New(new FixedClock(A.Noon)).ToString();

    public PhotoModel? In(World world) =>
        world[Owner].Photos.Where(photo => photo.Sample == Sample).Reverse().Skip(Former ? 1 : 0).FirstOrDefault();

    public string IdIn(World world) => In(world)?.Id ?? Unknown;

    public string Of(Person who) => $"{(who == Owner ? "the" : $"{Owner}'s")} {(Former ? "former " : "")}{Sample}";
}

/// <summary>Which book or to-do is meant: a person's last, or one before.</summary>
internal sealed record EntryRef(Person Owner, int Back)
{
    public T? In<T>(IReadOnlyList<T> entries)
        where T : Entry => Back < entries.Count ? entries[^(Back + 1)] : null;

    public string Of(Person who, string kind) =>
        $"{(who == Owner ? "the" : $"{Owner}'s")} {(Back == 0 ? "last" : $"last but {Back}")} {kind}";
}
