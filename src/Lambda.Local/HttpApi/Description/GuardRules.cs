using System.Text.RegularExpressions;
using Lambda.Local.Invoking;

namespace Lambda.Local.HttpApi.Description;

/// <summary>A Lambda authorizer of the template: a function that lets callers in.</summary>
/// <param name="Identity">
/// What a request must have before the function is asked, and what its answer is kept for.
/// </param>
/// <param name="TimeToLive">How long an answer holds; zero for one request.</param>
internal sealed record GuardRules(
    string Name,
    FunctionDescription Function,
    GuardEvent Event,
    IReadOnlyList<IdentitySource> Identity,
    TimeSpan TimeToLive)
{
    /// <summary>Whether it answers <c>isAuthorized</c>, rather than with an IAM policy.</summary>
    public bool IsSimple { get; init; }

    /// <summary>What the whole token must look like; null for anything.</summary>
    public Regex? TokenPattern { get; init; }
}

/// <summary>What the authorizer is told.</summary>
internal enum GuardEvent
{
    /// <summary>The request, in version 2.0.</summary>
    Two,

    /// <summary>The request, in version 1.0.</summary>
    One,

    /// <summary>The request, as a REST API tells it.</summary>
    RestRequest,

    /// <summary>One header, as a REST API tells it.</summary>
    RestToken,
}

/// <summary>A place in a request that says who calls.</summary>
internal sealed record IdentitySource(IdentityKind Kind, string Name);

/// <summary>Where an <see cref="IdentitySource"/> is.</summary>
internal enum IdentityKind
{
    Header,
    Query,
    StageVariable,
}
