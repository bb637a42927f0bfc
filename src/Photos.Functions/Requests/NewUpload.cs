using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>POST /uploads</c>: a file about to be sent.</summary>
/// <param name="Id">Optional: the id its photo shall have, a ULID.</param>
/// <param name="Name" required="true">The file's own name.</param>
/// <param name="Type" required="true" example="image/jpeg">
/// Its media type: of pictures JPEG, PNG, GIF, WebP, HEIC, HEIF and AVIF, of videos MP4 and QuickTime.
/// </param>
/// <param name="Bytes" required="true" minimum="1" maximum="5368709120">Its length.</param>
/// <param name="Sha256" required="true" pattern="^[0-9A-Fa-f]{64}$">The SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="TakenAt" example="2015-04-10T20:12:23+02:00">
/// Optional: wall time of the camera, with an offset behind it where one is known.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewUpload(string? Id, string? Name, string? Type, long? Bytes, string? Sha256, string? TakenAt)
{
    internal Outcome<(PhotoId? Id, ImageFile File, TakenAt? TakenAt)> Check()
    {
        PhotoId? id = null;
        if (Id is not null && !PhotoId.TryParse(Id, out id))
            return Problem.Invalid("id", "An id is a ULID: 26 characters. Leave it out to get one.");

        var takenAt = TakenAt is null ? null : Library.TakenAt.Parse(TakenAt, TakenAtSource.Client);
        if (TakenAt is not null && takenAt is null)
            return Problem.Invalid("takenAt", "Write 2015-04-10T20:12:23, and Z or +02:00 behind it if you know it.");
        if (!ImageFile.From(Name, Type, Bytes, Sha256).Is(out var file, out var problem))
            return problem;

        return (id, file, takenAt);
    }
}
