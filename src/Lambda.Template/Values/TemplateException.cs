namespace Lambda.Template.Values;

/// <summary>
/// The template says something that cannot be understood; the message says what, and where in the file.
/// </summary>
public sealed class TemplateException(string message, Exception? cause = null) : Exception(message, cause);
