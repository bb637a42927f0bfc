using Photos.Outcomes;

namespace Photos.Library;

/// <summary>What somebody says of a photo. What is null stays as it is.</summary>
public sealed record PhotoEdit
{
    /// <summary>The new title, where <see cref="SetsTitle"/>; null takes it away.</summary>
    public Line? Title { get; init; }

    /// <summary>Whether the title is spoken of.</summary>
    public bool SetsTitle { get; init; }

    /// <summary>The new caption, where <see cref="SetsCaption"/>; null takes it away.</summary>
    public Line? Caption { get; init; }

    /// <summary>Whether the caption is spoken of.</summary>
    public bool SetsCaption { get; init; }

    /// <summary>When it was taken.</summary>
    public TakenAt? TakenAt { get; init; }

    /// <summary>Takes the owner's word away, so that the file's own holds again.</summary>
    public bool ForgetsTakenAt { get; init; }

    /// <summary>Whether it is a favourite.</summary>
    public bool? Favourite { get; init; }

    /// <summary>All of its tags.</summary>
    public PhotoTags? Tags { get; init; }

    /// <summary>Tags that it shall have besides those it has.</summary>
    public PhotoTags MoreTags { get; init; } = PhotoTags.None;

    /// <summary>Tags that it shall not have.</summary>
    public PhotoTags FewerTags { get; init; } = PhotoTags.None;

    /// <summary>The photo's next version; the same one when nothing of it is new.</summary>
    internal Outcome<Photo> Apply(Photo photo)
    {
        if (!(Tags ?? photo.Tags).Without(FewerTags).With(MoreTags).Is(out var tags, out var problem))
            return problem;

        var edited = photo with
        {
            Title = SetsTitle ? Title : photo.Title,
            Caption = SetsCaption ? Caption : photo.Caption,
            TakenAt = TakenAt ?? photo.TakenAt,
            Favourite = Favourite ?? photo.Favourite,
            Tags = tags,
        };
        return edited == photo ? photo : edited with { Version = photo.Version + 1 };
    }
}
