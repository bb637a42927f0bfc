using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>PATCH /photos/{id}</c>: what is said of a photo.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class PhotoPatch : MergePatch
{
    /// <summary>What to call it, on one line; null for nothing.</summary>
    /// <value minLength="1" maxLength="120"/>
    public string? Title { get; set => field = Sent(value); }

    /// <summary>What to tell of it, on one line; null for nothing.</summary>
    /// <value minLength="1" maxLength="2000"/>
    public string? Caption { get; set => field = Sent(value); }

    /// <summary>
    /// Wall time of the camera, with an offset behind it where one is known; null for what the file says.
    /// </summary>
    /// <value example="2015-04-10T20:12:23+02:00"/>
    public string? TakenAt { get; set => field = Sent(value); }

    /// <summary>Whether it is a favourite.</summary>
    public bool? Favourite { get; set => field = Sent(value); }

    /// <summary>All of its tags: at most 50, each of at most 64 characters; null for none.</summary>
    public IReadOnlyList<string?>? Tags { get; set => field = Sent(value); }

    internal Outcome<PhotoEdit> Check()
    {
        Line? title = null;
        Line? caption = null;
        var tags = Has(nameof(Tags)) ? PhotoTags.None : null;
        if (Title is not null && !Line.From("title", Title, Photo.LongestTitle).Is(out title, out var problem))
            return problem;
        if (Caption is not null && !Line.From("caption", Caption, Photo.LongestCaption).Is(out caption, out problem))
            return problem;
        if (Tags is not null && !PhotoTags.From(Tags).Is(out tags, out problem))
            return problem;

        var takenAt = TakenAt is null ? null : Library.TakenAt.Parse(TakenAt, TakenAtSource.Client);
        if (TakenAt is not null && takenAt is null)
            return Problem.Invalid("takenAt", "Write 2015-04-10T20:12:23, and Z or +02:00 behind it if you know it.");

        return new PhotoEdit
        {
            Title = title,
            SetsTitle = Has(nameof(Title)),
            Caption = caption,
            SetsCaption = Has(nameof(Caption)),
            TakenAt = takenAt,
            ForgetsTakenAt = Has(nameof(TakenAt)) && takenAt is null,
            Favourite = Has(nameof(Favourite)) ? Favourite ?? false : null,
            Tags = tags,
        };
    }
}
