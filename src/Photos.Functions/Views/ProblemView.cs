using Photos.Outcomes;

namespace Photos.Functions.Views;

/// <summary>A refusal as problem details (RFC 9457).</summary>
/// <param name="Type">A relative reference that names the kind of problem.</param>
/// <param name="Title">The kind in words, the same for every problem of the kind.</param>
/// <param name="Status" minimum="400" maximum="499">The HTTP status.</param>
/// <param name="Detail">What happened and what to do next, for a person.</param>
/// <param name="Code" example="not-uploaded">What programs compare.</param>
/// <param name="RequestId">The id under which the logs know the request.</param>
/// <param name="Errors">The members at fault, with JSON pointers.</param>
public sealed record ProblemView(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string? RequestId,
    IReadOnlyList<InputError>? Errors);
