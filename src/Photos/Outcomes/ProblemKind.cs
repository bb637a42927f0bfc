namespace Photos.Outcomes;

/// <summary>The families of refusal. Each has exactly one HTTP status, chosen where outcomes become HTTP.</summary>
public enum ProblemKind
{
    /// <summary>The request cannot be understood.</summary>
    Invalid,

    /// <summary>The caller was verified, but may not do this.</summary>
    Forbidden,

    /// <summary>No such thing for this caller.</summary>
    Missing,

    /// <summary>The state of things does not allow it now.</summary>
    Conflict,

    /// <summary>A precondition (<c>If-Match</c>) no longer holds.</summary>
    Changed,

    /// <summary>A precondition is needed and none was sent.</summary>
    Unconditional,

    /// <summary>Understood, and in contradiction to an earlier request.</summary>
    Contradiction,

    /// <summary>More bytes than are accepted.</summary>
    TooLarge,

    /// <summary>A kind of file that the library does not keep.</summary>
    UnsupportedType,
}
