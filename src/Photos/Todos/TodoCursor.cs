namespace Photos.Todos;

/// <summary>A position among to-dos: behind one, whether or not that one still exists.</summary>
/// <param name="Due">When it was due, as <see cref="Of"/> writes it.</param>
/// <param name="Id">The to-do.</param>
public sealed record TodoCursor(string Due, EntryId Id)
{
    /// <summary>Sorts behind every date: what is due some day comes last.</summary>
    private const string SomeDay = "~";

    /// <summary>The position of <paramref name="todo"/>.</summary>
    public static TodoCursor At(Todo todo) => new(Of(todo.Content.Due), todo.Id);

    /// <summary>A day as stores keep it, so that texts sort as days do.</summary>
    public static string Of(DateOnly? due) => due is { } day ? Day.Of(day) : SomeDay;

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static DateOnly? DueOf(string text) => text == SomeDay ? null : Day.Stored(text);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It did not write that; signed texts alone may come here.</exception>
    public static TodoCursor Parse(string text) => text.Split(' ') is [var due, var id]
        ? new TodoCursor(due, EntryId.Stored(id))
        : throw new InvalidDataException("A position among to-dos is a day and an id.");

    /// <summary>A short text, for whoever keeps the place.</summary>
    public override string ToString() => $"{Due} {Id}";
}
