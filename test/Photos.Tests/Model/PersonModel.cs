namespace Photos.Tests.Model;

/// <summary>What one person's library has to be.</summary>
internal sealed class PersonModel(string subject, World world)
{
    public const int Quota = 800;
    public const int MostUploads = 3;

    public string? Name { get; set; }

    /// <summary>Every photo that ever was, the last announced last.</summary>
    public List<PhotoModel> Photos { get; } = [];

    public List<BookModel> Books { get; } = [];

    public List<TodoModel> Todos { get; } = [];

    public Dictionary<string, KeptAnswer> Keys { get; } = [];

    public PhotoModel? Find(string id) => Photos.Find(photo => photo.Id == id && photo.IsVisible);

    public bool Has(string id) => Find(id) is not null;

    public Said Announce(Sample sample, string? id)
    {
        var known = Photos.FindLast(photo =>
            photo.Sample == sample && photo.Stage is Stage.Ready or Stage.Trashed or Stage.Announced);
        if (known is { IsVisible: true })
            return known.Restore();
        if (known is not null)
            return known.Announce();
        if (Photos.Count(photo => photo.Stage == Stage.Announced) >= MostUploads)
            return Said.No(409, "too-many-uploads");
        if (Bytes(Stage.Announced) + Bytes(Stage.Ready) + Bytes(Stage.Trashed) + sample.Bytes.Length > Quota)
            return Said.No(409, "quota-exceeded");
        if (id is not null && Photos.Exists(photo => photo.Id == id && photo.Stage != Stage.Gone))
            return Said.No(409, "id-taken");

        Photos.Add(new PhotoModel(sample, world) { Id = id });
        return Photos[^1].Announce();
    }

    public object Me() => new
    {
        Id = subject,
        Name,
        Photos = Photos.Count(photo => photo.Stage == Stage.Ready),
        Bytes = Bytes(Stage.Ready),
        Trash = new { Photos = Photos.Count(photo => photo.Stage == Stage.Trashed), Bytes = Bytes(Stage.Trashed) },
        Quota = new { Bytes = Quota },
    };

    /// <summary>What a list shows: the whole of it, over as many pages as it takes.</summary>
    public IEnumerable<object> List(Filter filter) => Photos
        .Where(photo => photo.Stage == (filter.Trashed ? Stage.Trashed : Stage.Ready))
        .Where(photo => !filter.Favourite || photo.Favourite)
        .Where(photo => filter.Tag is null || photo.Tags.Contains(filter.Tag))
        .Where(photo => filter.From is null || photo.Place >= filter.From)
        .Where(photo => filter.To is null || photo.Place < filter.To.Value.AddDays(1))
        .OrderByDescending(photo => photo.Place).ThenByDescending(photo => photo.Id, StringComparer.Ordinal)
        .Select(photo => photo.View());

    public Said AddBook(string title, string? cover, IReadOnlyList<string> pages)
    {
        if (!pages.Concat(cover is null ? [] : [cover]).All(Has))
            return Said.Missing;

        Books.Add(new BookModel(this, world, title, cover, pages));
        return Said.Yes(Books[^1], 201);
    }

    public Said AddTodo(string title, string? due, bool? done, string? photo)
    {
        if (photo is not null && !Has(photo))
            return Said.Missing;

        Todos.Add(new TodoModel(this, world, title, due, done ?? photo is not null, photo));
        return Said.Yes(Todos[^1], 201);
    }

    private int Bytes(Stage stage) =>
        Photos.Where(photo => photo.Stage == stage).Sum(photo => photo.Sample.Bytes.Length);
}

/// <summary>Which photos somebody wants to see.</summary>
internal sealed record Filter
{
    public bool Trashed { get; init; }

    public bool Favourite { get; init; }

    public string? Tag { get; init; }

    public DateTime? From { get; init; }

    public DateTime? To { get; init; }

    /// <summary>No query answers a favourite with a tag, or a part of the trash.</summary>
    public bool IsAnswered => !(Favourite && Tag is not null)
        && !(Trashed && (Favourite || Tag is not null || From is not null || To is not null));
}

/// <summary>What was answered to a request with a key.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Until">How long it is good.</param>
/// <param name="Forgotten">When the key is free again.</param>
internal sealed record KeptAnswer(string Request, Answer Answer, DateTimeOffset Until, DateTimeOffset Forgotten);
