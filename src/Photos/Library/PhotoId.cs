using System.Diagnostics.CodeAnalysis;

namespace Photos.Library;

/// <summary>Names one photo within its owner's library: a ULID in canonical form.</summary>
public sealed record PhotoId
{
    private readonly string _text;

    private PhotoId(string text) => _text = text;

    /// <summary>A new id that sorts behind those of earlier milliseconds.</summary>
    internal static PhotoId New(TimeProvider clock) => new(Ulid.New(clock));

    /// <summary>False for anything but 26 characters of a canonical ULID.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhotoId? id)
    {
        id = Ulid.IsValid(text) ? new PhotoId(text!) : null;
        return id is not null;
    }

    /// <summary>The 26 characters.</summary>
    public override string ToString() => _text;
}
