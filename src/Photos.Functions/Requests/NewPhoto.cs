using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>POST /photos</c>: an upload whose bytes have been sent, by id or else by name.</summary>
/// <param name="Id">The id that <c>POST /uploads</c> gave.</param>
/// <param name="Name">The name of a pending upload, looked at only without an id.</param>
/// <param name="Title" minLength="1" maxLength="120">Optional: what to call the photo.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewPhoto(string? Id, string? Name, string? Title)
{
    internal Outcome<(PhotoId? Id, FileName? Name, Line? Title)> Check()
    {
        PhotoId? id = null;
        FileName? name = null;
        Line? title = null;
        if (Id is null && Name is null)
            return Problem.Invalid("id", "Send the id that POST /uploads gave, or the name of the file.");
        if (Id is not null && !PhotoId.TryParse(Id, out id))
            return Problem.Missing("upload");
        if (Name is not null && !FileName.From(Name).Is(out name, out var problem))
            return problem;
        if (Title is not null && !Line.From("title", Title, Photo.LongestTitle).Is(out title, out problem))
            return problem;

        return (id, name, title);
    }
}
