namespace Photos.Tests.Model;

/// <summary>What has to be answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">
/// The body as far as it can be known: without links and times of theirs; of a problem its code. Asked for when the id
/// of a new thing has been learnt.
/// </param>
/// <param name="About">What the answer shows.</param>
internal sealed record Said(int Status, Func<object?> Body, Thing? About = null)
{
    public static Said Missing { get; } = No(404, "missing");

    public static Said Changed { get; } = No(412, "changed");

    public static Said Gone { get; } = new(204, () => null);

    public static Said Invalid { get; } = No(400, "invalid");

    public static Said No(int status, string code) => new(status, () => new { code });

    public static Said Yes(Thing thing, int status = 200) => new(status, thing.View, thing);
}

/// <summary>Something that has an id, is changed in versions, and is shown with a tag.</summary>
internal abstract class Thing
{
    private readonly List<(string Tag, string Look, int Revision)> _seen = [];

    /// <summary>Null until an answer tells.</summary>
    public string? Id { get; set; }

    /// <summary>Counts the changes that its owner may notice.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>What is shown of it.</summary>
    public abstract object View();

    /// <summary>The same while its tag has to be the same, and no longer.</summary>
    public abstract string Look();

    /// <summary>The tag that was seen first or last; null when none was.</summary>
    public string? Tag(bool first) => _seen.Count == 0 ? null : _seen[first ? 0 : ^1].Tag;

    /// <summary>Whether who sends the tag seen first or last may change it.</summary>
    public bool IsCurrent(bool first) => _seen.Count > 0 && _seen[first ? 0 : ^1].Revision == Revision;

    /// <summary>Whether nothing has happened to what is shown since it was seen last.</summary>
    public bool IsAsSeen => _seen.Count > 0 && _seen[^1].Look == Look();

    /// <summary>Somebody sees it; says what is wrong with the tag, if anything is.</summary>
    public string? See(string tag)
    {
        var look = Look();
        var wrong = _seen.Find(seen => seen.Tag == tag != (seen.Look == look));
        _seen.Add((tag, look, Revision));
        return wrong == default
            ? null
            : $"tag {tag} for what looked {look}, and {wrong.Tag} for what looked {wrong.Look}";
    }
}
