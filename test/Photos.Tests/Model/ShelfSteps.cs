namespace Photos.Tests.Model;

internal sealed record AddBook(Person Who, string Title, PhotoRef? Cover, IReadOnlyList<PhotoRef> Pages) : Request(Who)
{
    public override Asked Ask(World world) => Post("/books", new
    {
        Title,
        Cover = Cover?.IdIn(world),
        Pages = Pages.Select(photo => new { PhotoId = photo.IdIn(world) }),
    });

    public override Said Expect(World world) => world[Who].AddBook(
        Title, Cover?.IdIn(world), [.. Pages.Select(photo => photo.IdIn(world))]);

    protected override string Says => $"makes a book {Title} of {BookText.Of(Who, Cover, Pages)}";
}

internal sealed record ChangeBook(
    Person Who, EntryRef Book, Match Match, string? Title, bool HasCover, PhotoRef? Cover,
    IReadOnlyList<PhotoRef>? Pages) : Change(Who, Match)
{
    protected override bool IsNeeded => true;

    // A PUT says everything, a PATCH some of it.
    private bool IsWhole => Title is not null && HasCover && Pages is not null;

    protected override Thing? Subject(World world) => Book.Owner == Who ? BookText.Find(world, Book) : null;

    protected override Asked AskFor(World world)
    {
        var path = $"/books/{BookText.Find(world, Book)?.Id ?? BookText.Unknown}";
        var said = new Dictionary<string, object?>();
        if (Title is not null)
            said["title"] = Title;
        if (HasCover)
            said["cover"] = Cover?.IdIn(world);
        if (Pages is not null)
            said["pages"] = Pages.Select(photo => new { PhotoId = photo.IdIn(world) });
        return Send(IsWhole ? "PUT" : "PATCH", path, said);
    }

    protected override Said ExpectChange(World world) => BookText.Find(world, Book)!.Change(
        Title, (HasCover, Cover?.IdIn(world)), Pages?.Select(photo => photo.IdIn(world)).ToArray());

    protected override string Says => $"makes {Book.Of(Who, "book")}{(Title is null ? "" : $" {Title}")}"
        + $" of {BookText.Of(Who, Cover, Pages, HasCover)}{Seen}";
}

internal sealed record RemoveBook(Person Who, EntryRef Book, Match Match) : Change(Who, Match)
{
    protected override bool IsNeeded => true;

    protected override Thing? Subject(World world) => Book.Owner == Who ? BookText.Find(world, Book) : null;

    protected override Asked AskFor(World world) =>
        Send("DELETE", $"/books/{BookText.Find(world, Book)?.Id ?? BookText.Unknown}");

    protected override Said ExpectChange(World world) => BookText.Find(world, Book)!.Remove();

    protected override string Says => $"removes {Book.Of(Who, "book")}{Seen}";
}

internal sealed record LookAtBook(Person Who, EntryRef Book, bool HasSeen) : Request(Who)
{
    public override Asked Ask(World world)
    {
        var book = BookText.Find(world, Book);
        var tag = HasSeen && Book.Owner == Who ? book?.Tag(first: false) : null;
        return Get($"/books/{book?.Id ?? BookText.Unknown}") with
        {
            Headers = tag is null ? [] : [("if-none-match", tag)],
        };
    }

    public override Said Expect(World world) => Book.Owner == Who && BookText.Find(world, Book) is { } book
        ? HasSeen && book.IsAsSeen ? new Said(304, () => null) : Said.Yes(book)
        : Said.Missing;

    protected override string Says => $"looks {(HasSeen ? "again " : "")}at {Book.Of(Who, "book")}";
}

internal sealed record ListBooks(Person Who, int Limit) : Request(Who)
{
    public override Asked Ask(World world) => Get("/books", ("limit", $"{Limit}"));

    public override Said Expect(World world) => new(200, () => new
    {
        Items = world[Who].Books.Where(book => !book.IsGone).Reverse().Select(book => book.Cover()),
    });

    protected override string Says => $"lists the books, {Limit} at a time";
}

internal static class BookText
{
    public static readonly string Unknown = A.Entry('9').ToString();

    public static BookModel? Find(World world, EntryRef book) =>
        book.In(world[book.Owner].Books.FindAll(each => !each.IsGone));

    public static string Of(Person who, PhotoRef? cover, IReadOnlyList<PhotoRef>? pages, bool hasCover = true)
    {
        var said = pages is null ? "its pages" : string.Join(", ", pages.Select(photo => photo.Of(who)));
        return $"[{said}] {(hasCover ? $"behind {cover?.Of(who) ?? "nothing"}" : "")}".TrimEnd();
    }
}
