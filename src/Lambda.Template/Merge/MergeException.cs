namespace Lambda.Template.Merge;

/// <summary>
/// What the code wants and what the template says exclude each other; the message says what to change.
/// </summary>
internal sealed class MergeException(string message) : Exception(message);
