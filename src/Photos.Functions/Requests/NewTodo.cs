using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;
using Photos.Todos;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>POST /todos</c> and <c>PUT /todos/{id}</c>: a whole to-do.</summary>
/// <param name="Title" required="true" minLength="1" maxLength="200">What to do.</param>
/// <param name="Due" format="date">Optional: the last day for it.</param>
/// <param name="DueDate" format="date">Another name of <c>due</c>; send one of them.</param>
/// <param name="Done">Whether it is done; when left out, it is if there is a photo.</param>
/// <param name="PhotoId">Optional: the id of the photo that does it, one of the caller's.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewTodo(
    string? Title,
    string? Due,
    [property: JsonPropertyName("due_date")] string? DueDate,
    bool? Done,
    string? PhotoId)
{
    internal Outcome<TodoContent> Check()
    {
        DateOnly? due = null;
        PhotoId? photo = null;
        if (!Line.From("title", Title, TodoContent.LongestTitle).Is(out var title, out var problem))
            return problem;
        if (Due is not null && DueDate is not null)
            return Problem.Invalid("due_date", "This is another name of due; send one of them.");
        if (Due is not null || DueDate is not null)
        {
            if (!Day.From(Due is null ? "due_date" : "due", (Due ?? DueDate)!).Is(out var day, out problem))
                return problem;
            due = day;
        }

        if (PhotoId is not null && !PhotoReference.From("photoId", PhotoId).Is(out photo, out problem))
            return problem;

        return new TodoContent(title, due, Done ?? photo is not null, photo);
    }
}
