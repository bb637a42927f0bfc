using System.Text.Json.Serialization;
using Photos.Outcomes;
using Photos.Todos;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>PATCH /todos/{id}</c>: what to change of a to-do.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class TodoPatch : MergePatch
{
    /// <summary>What to do.</summary>
    /// <value minLength="1" maxLength="200"/>
    public string? Title { get; set => field = Sent(value); }

    /// <summary>The last day for it; null for none.</summary>
    /// <value format="date"/>
    public string? Due { get; set => field = Sent(value); }

    /// <summary>Another name of <c>due</c>; send one of them.</summary>
    /// <value format="date"/>
    [JsonPropertyName("due_date")]
    public string? DueDate { get; set => field = Sent(value); }

    /// <summary>Whether it is done.</summary>
    public bool? Done { get; set => field = Sent(value); }

    /// <summary>The id of the photo that does it, so that it is done; null for none.</summary>
    public string? PhotoId { get; set => field = Sent(value); }

    internal Outcome<TodoContent> Apply(TodoContent todo)
    {
        var whole = new NewTodo(
            Has(nameof(Title)) ? Title : todo.Title.Text,
            Has(nameof(Due)) ? Due : Has(nameof(DueDate)) || todo.Due is not { } day ? null : Day.Of(day),
            DueDate,
            Has(nameof(Done)) ? Done ?? false : PhotoId is not null || todo.Done,
            Has(nameof(PhotoId)) ? PhotoId : todo.Photo?.ToString());

        return whole.Check();
    }
}
