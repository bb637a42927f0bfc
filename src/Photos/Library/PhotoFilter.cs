using Photos.Outcomes;

namespace Photos.Library;

/// <summary>
/// Which photos of an owner are listed. Every filter that exists is one query at any size of the library.
/// </summary>
public sealed record PhotoFilter
{
    private PhotoFilter()
    {
    }

    /// <summary>All ready photos.</summary>
    public static PhotoFilter Library { get; } = new();

    /// <summary>All photos in the trash, the one that came there last first.</summary>
    public static PhotoFilter InTrash { get; } = new() { State = PhotoState.Trashed };

    /// <summary>Ready, or trashed.</summary>
    public PhotoState State { get; private init; } = PhotoState.Ready;

    /// <summary>Favourites only.</summary>
    public bool Favourite { get; private init; }

    /// <summary>Only photos with this tag.</summary>
    public PhotoTag? Tag { get; private init; }

    /// <summary>The earliest wall time; none when null.</summary>
    public DateTime? From { get; private init; }

    /// <summary>The last wall time, itself included; none when null.</summary>
    public DateTime? Until { get; private init; }

    /// <summary>No time is in a stretch that ends before it begins, and so no photo.</summary>
    public bool IsEmpty => From > Until;

    /// <summary>Refuses what no single query can answer.</summary>
    public static Outcome<PhotoFilter> Of(
        PhotoState state, bool favourite, PhotoTag? tag, DateTime? from = null, DateTime? until = null)
    {
        if (favourite && tag is not null)
            return Together("tag", "Ask for favourites or for a tag; the two cannot be asked for together.");
        if (state == PhotoState.Trashed && (favourite || tag is not null || from is not null || until is not null))
            return Together("state", "The trash is listed whole: leave out the other filters.");

        return new PhotoFilter { State = state, Favourite = favourite, Tag = tag, From = from, Until = until };
    }

    private static Problem Together(string parameter, string detail) => Problem.Invalid(parameter, detail);
}
