using System.Globalization;

namespace Photos.Tests.Model;

internal sealed record Look(Person Who, PhotoRef Photo, bool HasSeen) : Request(Who)
{
    public override Asked Ask(World world)
    {
        var tag = HasSeen ? world[Who].Find(Photo.IdIn(world))?.Tag(first: false) : null;
        return Get($"/photos/{Photo.IdIn(world)}") with { Headers = tag is null ? [] : [("if-none-match", tag)] };
    }

    public override Said Expect(World world) => world.With(
        Who, Photo, photo => HasSeen && photo.IsAsSeen ? new Said(304, () => null) : Said.Yes(photo));

    protected override string Says => $"looks {(HasSeen ? "again " : "")}at {Photo.Of(Who)}";
}

internal sealed record ListPhotos(Person Who, Filter Filter, int Limit) : Request(Who)
{
    public override Asked Ask(World world) => Get(
        "/photos",
        ("limit", $"{Limit}"),
        ("state", Filter.Trashed ? "trashed" : null),
        ("favourite", Filter.Favourite ? "true" : null),
        ("tag", Filter.Tag),
        ("from", Day(Filter.From)),
        ("to", Day(Filter.To)));

    public override Said Expect(World world) =>
        Filter.IsAnswered ? new Said(200, () => new { Items = world[Who].List(Filter) }) : Said.Invalid;

    protected override string Says =>
        $"lists the {(Filter.Trashed ? "trash" : Filter.Favourite ? "favourites" : "library")}"
        + (Filter.Tag is null ? "" : $", tag {Filter.Tag}")
        + (Filter.From is null ? "" : $", from {Day(Filter.From)}")
        + (Filter.To is null ? "" : $", to {Day(Filter.To)}")
        + $", {Limit} at a time";

    private static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed record PatchPhoto(Person Who, PhotoRef Photo, Match Match, string What, string Body, Edit Edit)
    : Change(Who, Match)
{
    protected override Thing? Subject(World world) => world[Who].Find(Photo.IdIn(world));

    protected override Asked AskFor(World world) => new("PATCH", $"/photos/{Photo.IdIn(world)}", Body, []);

    protected override Said ExpectChange(World world) => world.With(Who, Photo, photo => photo.Edit(Edit));

    protected override string Says => $"{What} {Photo.Of(Who)}{Seen}";
}

internal sealed record TrashPhoto(Person Who, PhotoRef Photo, Match Match, bool ForGood) : Change(Who, Match)
{
    protected override Thing? Subject(World world) => world[Who].Find(Photo.IdIn(world));

    protected override Asked AskFor(World world) => ForGood
        ? Send("DELETE", $"/photos/{Photo.IdIn(world)}") with { Query = [("permanent", "true")] }
        : Send("DELETE", "/photos") with { Query = [("id", Photo.IdIn(world))] };

    protected override Said ExpectChange(World world) =>
        world.With(Who, Photo, photo => ForGood ? photo.Purge() : photo.Trash());

    protected override string Says => $"throws {Photo.Of(Who)} away{(ForGood ? " for good" : "")}{Seen}";
}

internal sealed record RestorePhoto(Person Who, PhotoRef Photo, Match Match) : Change(Who, Match)
{
    public override TimeSpan Keep => TimeSpan.FromMinutes(30);

    protected override Thing? Subject(World world) => world[Who].Find(Photo.IdIn(world));

    protected override Asked AskFor(World world) => Post($"/photos/{Photo.IdIn(world)}/restore");

    protected override Said ExpectChange(World world) => world.With(Who, Photo, photo => photo.Restore());

    protected override string Says => $"takes {Photo.Of(Who)} back{Seen}";
}

internal sealed record Batch(Person Who, string Action, IReadOnlyList<PhotoRef> Photos) : Request(Who)
{
    private static readonly string[] Tag = ["x"];

    private bool IsAboutTags => Action is "tag" or "untag";

    public override Asked Ask(World world) => Post("/photos/batch", new
    {
        Ids = Photos.Select(photo => photo.IdIn(world)),
        Action,
        Tags = IsAboutTags ? Tag : null,
    });

    public override Said Expect(World world)
    {
        // A photo that is named twice is changed once.
        var done = new Dictionary<string, (int Status, string? Code)>();
        foreach (var photo in Photos)
        {
            var said = done.ContainsKey(photo.IdIn(world)) ? null : world.With(Who, photo, Do);
            if (said is not null)
                done[photo.IdIn(world)] = (said.Status, said.Status < 300 ? null : CodeOf(said));
        }

        var items = Photos.Select(photo => (Id: photo.IdIn(world), Did: done[photo.IdIn(world)])).ToArray();
        return new Said(200, () => new
        {
            Items = items.Select(item => new { item.Id, item.Did.Status, item.Did.Code }),
        });
    }

    protected override string Says => $"does {Action} to {string.Join(" and ", Photos.Select(photo => photo.Of(Who)))}";

    private static string CodeOf(Said said) => said.Status == 404 ? "missing" : "not-in-trash";

    private Said Do(PhotoModel photo) => Action switch
    {
        "delete" => photo.Trash(),
        "restore" => photo.Restore(),
        "purge" => photo.Purge(),
        "tag" => photo.Edit(new Edit { MoreTags = Tag }),
        "untag" => photo.Edit(new Edit { FewerTags = Tag }),
        "favourite" => photo.Edit(new Edit { Favourite = true }),
        _ => photo.Edit(new Edit { Favourite = false }),
    };
}

internal sealed record Rename(Person Who, string? Name) : Request(Who)
{
    public override Asked Ask(World world) =>
        new("PATCH", "/users/me", Name is null ? """{"name":null}""" : $$"""{"name":"{{Name}}"}""", []);

    public override Said Expect(World world)
    {
        world[Who].Name = Name;
        return new Said(200, () => world[Who].Me());
    }

    protected override string Says => Name is null ? "takes the name back" : $"is called {Name}";
}
