namespace Photos.Tests.Model;

internal sealed record AddTodo(Person Who, string Title, string? Due, bool? Done, PhotoRef? Photo) : Request(Who)
{
    public override Asked Ask(World world) => Post("/todos", new { Title, Due, Done, PhotoId = Photo?.IdIn(world) });

    public override Said Expect(World world) => world[Who].AddTodo(Title, Due, Done, Photo?.IdIn(world));

    protected override string Says => $"writes down {Title}{TodoText.Of(Who, Due, Done, Photo)}";
}

internal sealed record ReplaceTodo(
    Person Who, EntryRef Todo, Match Match, string Title, string? Due, bool? Done, PhotoRef? Photo) : Change(Who, Match)
{
    protected override Thing? Subject(World world) => TodoText.Find(world, Who, Todo);

    protected override Asked AskFor(World world) =>
        Send("PUT", TodoText.Path(world, Todo), new { Title, Due, Done, PhotoId = Photo?.IdIn(world) });

    protected override Said ExpectChange(World world) =>
        TodoText.Find(world, Who, Todo)!.Replace(Title, Due, Done, Photo?.IdIn(world));

    protected override string Says =>
        $"rewrites {Todo.Of(Who, "to-do")} to {Title}{TodoText.Of(Who, Due, Done, Photo)}{Seen}";
}

internal sealed record PatchTodo(
    Person Who, EntryRef Todo, Match Match, bool? Done, bool HasDue, string? Due, bool HasPhoto, PhotoRef? Photo)
    : Change(Who, Match)
{
    protected override Thing? Subject(World world) => TodoText.Find(world, Who, Todo);

    protected override Asked AskFor(World world)
    {
        var said = new Dictionary<string, object?>();
        if (Done is not null)
            said["done"] = Done;
        if (HasDue)
            said["due_date"] = Due;
        if (HasPhoto)
            said["photoId"] = Photo?.IdIn(world);
        return Send("PATCH", TodoText.Path(world, Todo), said);
    }

    protected override Said ExpectChange(World world) =>
        TodoText.Find(world, Who, Todo)!.Change(Done, (HasDue, Due), (HasPhoto, Photo?.IdIn(world)));

    protected override string Says => $"says of {Todo.Of(Who, "to-do")}"
        + (HasDue && Due is null ? ", due some day" : "")
        + $"{(HasPhoto && Photo is null ? ", without photo" : "")}{TodoText.Of(Who, Due, Done, Photo)}{Seen}";
}

internal sealed record RemoveTodo(Person Who, EntryRef Todo, Match Match) : Change(Who, Match)
{
    protected override Thing? Subject(World world) => TodoText.Find(world, Who, Todo);

    protected override Asked AskFor(World world) => Send("DELETE", TodoText.Path(world, Todo));

    protected override Said ExpectChange(World world) => TodoText.Find(world, Who, Todo)!.Remove();

    protected override string Says => $"removes {Todo.Of(Who, "to-do")}{Seen}";
}

internal sealed record LookAtTodo(Person Who, EntryRef Todo) : Request(Who)
{
    public override Asked Ask(World world) => Get(TodoText.Path(world, Todo));

    public override Said Expect(World world) =>
        TodoText.Find(world, Who, Todo) is { } todo ? Said.Yes(todo) : Said.Missing;

    protected override string Says => $"looks at {Todo.Of(Who, "to-do")}";
}

internal sealed record ListTodos(Person Who, bool? Done, int Limit) : Request(Who)
{
    public override Asked Ask(World world) => Get(
        "/todos", ("limit", $"{Limit}"), ("done", Done switch { true => "true", false => "false", null => null }));

    // Some day is behind every day.
    public override Said Expect(World world) => new(200, () => new
    {
        Items = world[Who].Todos
            .Where(todo => !todo.IsGone && (Done is null || todo.Done == Done))
            .OrderBy(todo => todo.Due ?? "~", StringComparer.Ordinal)
            .Select(todo => todo.View()),
    });

    protected override string Says =>
        $"lists the {Done switch { true => "done ", false => "open ", null => "" }}to-dos, {Limit} at a time";
}

internal static class TodoText
{
    /// <summary>The to-do, if it is there for who asks.</summary>
    public static TodoModel? Find(World world, Person who, EntryRef todo) =>
        todo.Owner == who ? todo.In(world[who].Todos.FindAll(each => !each.IsGone)) : null;

    public static string Path(World world, EntryRef todo) =>
        $"/todos/{Find(world, todo.Owner, todo)?.Id ?? BookText.Unknown}";

    public static string Of(Person who, string? due, bool? done, PhotoRef? photo) =>
        (due is null ? "" : $", due {due}")
        + (done is null ? "" : done.Value ? ", done" : ", not done")
        + (photo is null ? "" : $", by {photo.Of(who)}");
}
