using System.Text.Json.Serialization;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Requests;

/// <summary>The body of <c>PATCH /photos/{id}</c>. What is left out stays; null takes away.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class PhotoPatch
{
    private string? _title;
    private string? _caption;
    private string? _takenAt;
    private bool? _favourite;
    private IReadOnlyList<string?>? _tags;

    // A setter is called for what the body holds, null included, and for nothing else.
    private bool _hasTitle;
    private bool _hasCaption;
    private bool _hasTakenAt;
    private bool _hasFavourite;
    private bool _hasTags;

    /// <summary>What to call it, on one line.</summary>
    /// <value maxLength="120"/>
    public string? Title
    {
        get => _title;
        set => (_title, _hasTitle) = (value, true);
    }

    /// <summary>What to tell of it, on one line.</summary>
    /// <value maxLength="2000"/>
    public string? Caption
    {
        get => _caption;
        set => (_caption, _hasCaption) = (value, true);
    }

    /// <summary>Wall time of the camera, with an offset behind it where one is known.</summary>
    /// <value example="2015-04-10T20:12:23+02:00"/>
    public string? TakenAt
    {
        get => _takenAt;
        set => (_takenAt, _hasTakenAt) = (value, true);
    }

    /// <summary>Whether it is a favourite.</summary>
    public bool? Favourite
    {
        get => _favourite;
        set => (_favourite, _hasFavourite) = (value, true);
    }

    /// <summary>All of its tags: at most 50, each of at most 64 characters.</summary>
    public IReadOnlyList<string?>? Tags
    {
        get => _tags;
        set => (_tags, _hasTags) = (value, true);
    }

    internal Outcome<PhotoEdit> Check()
    {
        PhotoTitle? title = null;
        PhotoCaption? caption = null;
        var tags = _hasTags ? PhotoTags.None : null;
        if (Title is not null && !PhotoTitle.From(Title).Is(out title, out var problem))
            return problem;
        if (Caption is not null && !PhotoCaption.From(Caption).Is(out caption, out problem))
            return problem;
        if (Tags is not null && !PhotoTags.From(Tags).Is(out tags, out problem))
            return problem;

        var takenAt = TakenAt is null ? null : Library.TakenAt.Parse(TakenAt, TakenAtSource.Client);
        if (TakenAt is not null && takenAt is null)
            return Problem.Invalid("takenAt", "Write 2015-04-10T20:12:23, and Z or +02:00 behind it if you know it.");

        return new PhotoEdit
        {
            Title = title,
            SetsTitle = _hasTitle,
            Caption = caption,
            SetsCaption = _hasCaption,
            TakenAt = takenAt,
            ForgetsTakenAt = _hasTakenAt && takenAt is null,
            Favourite = _hasFavourite ? Favourite ?? false : null,
            Tags = tags,
        };
    }
}
