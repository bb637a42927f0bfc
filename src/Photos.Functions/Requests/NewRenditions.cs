using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>POST /photos/{id}/renditions</c>: copies about to be sent.</summary>
/// <param name="Preview">For a whole screen: 1,600 pixels on the longer side.</param>
/// <param name="Thumbnail">For a grid: 400 pixels on the longer side.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewRenditions(NewRendition? Preview, NewRendition? Thumbnail)
{
    internal Outcome<(ImageContent? Preview, ImageContent? Thumbnail)> Check()
    {
        ImageContent? preview = null;
        ImageContent? thumbnail = null;
        if (Preview is not null && !Preview.Check("preview").Is(out preview, out var problem))
            return problem;
        if (Thumbnail is not null && !Thumbnail.Check("thumbnail").Is(out thumbnail, out problem))
            return problem;

        return (preview, thumbnail);
    }
}

/// <summary>One copy.</summary>
/// <param name="Type" required="true" enum="image/jpeg">Its media type: <c>image/jpeg</c>.</param>
/// <param name="Bytes" required="true" minimum="1" maximum="5242880">Its length.</param>
/// <param name="Sha256" required="true" pattern="^[0-9A-Fa-f]{64}$">The SHA-256 of its bytes, in hexadecimal.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewRendition(string? Type, long? Bytes, string? Sha256)
{
    internal Outcome<ImageContent> Check(string member)
    {
        if (!MediaType.TryParse(Type, out var type))
            return Problem.Invalid($"{member}/type", $"A copy is an {MediaType.Jpeg}.");
        if (Bytes is not > 0)
            return Problem.Invalid($"{member}/bytes", "Say how many bytes the copy has.");

        return Library.Sha256.TryParse(Sha256, out var sha256)
            ? new ImageContent(type, Bytes.Value, sha256)
            : Problem.Invalid($"{member}/sha256", "Send the SHA-256 of the copy as 64 hexadecimal digits.");
    }
}
