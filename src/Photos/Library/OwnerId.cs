using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Photos.Library;

/// <summary>Whose library it is: the <c>sub</c> of the caller's token and the first part of storage keys.</summary>
public sealed record OwnerId
{
    private const int Length = 36;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdef-");

    private OwnerId(string subject) => Subject = subject;

    /// <summary>36 characters of a lower-case UUID, as issuers of the Cognito kind make them.</summary>
    public string Subject { get; }

    /// <summary>False for what cannot be the subject of a token: such a text must never reach a key.</summary>
    public static bool TryParse(string? subject, [NotNullWhen(true)] out OwnerId? owner)
    {
        var valid = subject is { Length: Length } && !subject.AsSpan().ContainsAnyExcept(Allowed);
        owner = valid ? new OwnerId(subject!) : null;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Subject;
}
