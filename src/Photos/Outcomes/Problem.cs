namespace Photos.Outcomes;

/// <summary>An expected refusal, told so that the reader knows what to do next.</summary>
/// <param name="Kind">The family, which decides the HTTP status.</param>
/// <param name="Code">What programs compare: lower-case words joined by hyphens, stable for ever.</param>
/// <param name="Detail">One or two sentences for a person. Never repeats input.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Detail)
{
    /// <summary>The members of the input at fault; empty when no single member is.</summary>
    public IReadOnlyList<InputError> Errors { get; init; } = [];

    /// <summary>When the same request may do better; null when that is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One member of the input is not acceptable.</summary>
    /// <param name="member">Its name as the client wrote it, without a slash: <c>bytes</c>.</param>
    /// <param name="detail">What the member has to look like.</param>
    public static Problem Invalid(string member, string detail) =>
        new(ProblemKind.Invalid, "invalid", detail) { Errors = [new InputError($"/{member}", detail)] };

    /// <summary>The request as a whole cannot be understood.</summary>
    public static Problem Malformed(string detail) => new(ProblemKind.Invalid, "invalid", detail);

    /// <summary>Nothing of that name for this caller; also the answer for what belongs to somebody else.</summary>
    /// <param name="what">The kind of thing, as a word: <c>photo</c>.</param>
    public static Problem Missing(string what) =>
        new(ProblemKind.Missing, "missing", $"There is no such {what} in your library.");

    /// <summary>The same for something that a member of the input names.</summary>
    public static Problem Missing(string what, string member)
    {
        var problem = Missing(what);
        return problem with { Errors = [new InputError($"/{member}", problem.Detail)] };
    }

    /// <summary>Others are changing the same thing, again and again.</summary>
    public static Problem Busy(string what) =>
        Conflict("busy", $"Others are changing this {what} right now. Repeat the request in a moment.") with
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };

    /// <summary>Right request, wrong moment.</summary>
    public static Problem Conflict(string code, string detail) => new(ProblemKind.Conflict, code, detail);

    /// <summary>The caller saw an older version than the one stored.</summary>
    public static Problem Changed { get; } = new(
        ProblemKind.Changed, "changed", "It has changed since you read it. Read it again, then repeat the request.");

    /// <summary>The caller did not say which version they saw.</summary>
    public static Problem Unconditional { get; } = new(
        ProblemKind.Unconditional,
        "precondition-required",
        "Send the tag of what you saw as If-Match, so that nobody's change is lost; or * to change whatever is there.");
}

/// <summary>One member of the input at fault.</summary>
/// <param name="Pointer">A JSON pointer (RFC 6901) into the request body, or <c>/name</c> of a query parameter.</param>
/// <param name="Detail">What to do about it.</param>
public sealed record InputError(string Pointer, string Detail);
