using System.Text.Json.Serialization;
using Photos.Functions.Http;
using Photos.Todos;

namespace Photos.Functions.Views;

/// <summary>A to-do as clients see it.</summary>
/// <param name="Id" example="01J9Z3NDEKTSV4RRFFQ69G5FAV">A ULID.</param>
/// <param name="Title">What to do.</param>
/// <param name="Due" format="date">The last day for it.</param>
/// <param name="Done">Whether it is done.</param>
/// <param name="PhotoId">The photo that does it, while there is one.</param>
/// <param name="CreatedAt">When it was written down, in UTC.</param>
/// <param name="ChangedAt">When its owner changed it last, in UTC.</param>
public sealed record TodoView(
    string Id, string Title, string? Due, bool Done, string? PhotoId, DateTime CreatedAt, DateTime ChangedAt)
{
    internal static TodoView Of(ShownTodo shown) => new(
        shown.Todo.Id.ToString(),
        shown.Content.Title.Text,
        shown.Content.Due is { } day ? Day.Of(day) : null,
        shown.Content.Done,
        shown.Content.Photo?.ToString(),
        shown.Todo.CreatedAt.UtcDateTime,
        shown.Todo.ChangedAt.UtcDateTime);

    /// <summary>The version, and whether its photo has gone since.</summary>
    internal static string TagOf(ShownTodo shown) =>
        EntityTag.Of(shown.Todo.Version, shown.Content == shown.Todo.Content ? 0 : 1);
}

/// <summary>A stretch of the caller's to-dos.</summary>
/// <param name="Items">First due first, of the same day oldest first; what is due on no day comes last.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null on the last.</param>
public sealed record TodoListView(
    IReadOnlyList<TodoView> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);
