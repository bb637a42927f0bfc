using System.Diagnostics.CodeAnalysis;

namespace Photos;

/// <summary>Names one book or one to-do of its owner: a ULID in canonical form.</summary>
public sealed record EntryId
{
    private readonly string _text;

    private EntryId(string text) => _text = text;

    /// <summary>A new id that sorts behind those of earlier milliseconds.</summary>
    public static EntryId New(TimeProvider clock) => new(Ulid.New(clock));

    /// <summary>False for anything but 26 characters of a canonical ULID.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EntryId? id)
    {
        id = Ulid.IsValid(text) ? new EntryId(text!) : null;
        return id is not null;
    }

    /// <summary>Reads what a store of ours kept.</summary>
    /// <exception cref="InvalidDataException">It is no id.</exception>
    public static EntryId Stored(string text) =>
        TryParse(text, out var id) ? id : throw new InvalidDataException("A stored id is no ULID; restore a backup.");

    /// <summary>The 26 characters.</summary>
    public override string ToString() => _text;
}
