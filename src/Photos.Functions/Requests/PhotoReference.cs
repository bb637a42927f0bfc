using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>An id of a photo in a body.</summary>
internal static class PhotoReference
{
    /// <summary>The id; whether the caller has such a photo is asked later.</summary>
    public static Outcome<PhotoId> From(string member, string? id) => PhotoId.TryParse(id, out var photo)
        ? photo
        : Problem.Invalid(member, "Send the id of a photo of yours: a ULID, 26 characters.");
}
