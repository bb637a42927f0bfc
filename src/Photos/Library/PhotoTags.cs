using System.Collections;
using Photos.Outcomes;

namespace Photos.Library;

/// <summary>A photo's tags: at most 50, each once, in order. Equal when the same tags are in it.</summary>
public sealed class PhotoTags : IReadOnlyCollection<PhotoTag>, IEquatable<PhotoTags>
{
    /// <summary>The most tags of one photo.</summary>
    public const int MaxCount = 50;

    private readonly PhotoTag[] _tags;

    private PhotoTags(IEnumerable<PhotoTag> tags) => _tags = [.. tags.Distinct().Order()];

    /// <summary>No tag at all.</summary>
    public static PhotoTags None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _tags.Length;

    /// <summary>Refuses too many and any that is no tag, with a pointer to it.</summary>
    public static Outcome<PhotoTags> From(IReadOnlyList<string?> texts)
    {
        var tags = new PhotoTag[texts.Count];
        for (var at = 0; at < tags.Length; at++)
        {
            if (!PhotoTag.From(texts[at], $"tags/{at}").Is(out var tag, out var problem))
                return problem;
            tags[at] = tag;
        }

        return Of(tags);
    }

    /// <summary>Tags that came from <see cref="From"/> and were remembered by a store of ours.</summary>
    public static PhotoTags Stored(IEnumerable<string> texts) => new(texts.Select(PhotoTag.Stored));

    /// <summary>These and those.</summary>
    public Outcome<PhotoTags> With(PhotoTags more) => Of(_tags.Concat(more));

    /// <summary>These without those.</summary>
    public PhotoTags Without(PhotoTags fewer) => new(_tags.Except(fewer));

    /// <inheritdoc/>
    public bool Equals(PhotoTags? other) => other is not null && _tags.AsSpan().SequenceEqual(other._tags);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PhotoTags);

    /// <inheritdoc/>
    public override int GetHashCode() => _tags.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<PhotoTag> GetEnumerator() => _tags.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Outcome<PhotoTags> Of(IEnumerable<PhotoTag> tags) =>
        new PhotoTags(tags) is { Count: <= MaxCount } few
            ? few
            : Problem.Invalid("tags", $"A photo has at most {MaxCount} tags.");
}
