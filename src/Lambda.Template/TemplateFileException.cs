namespace Lambda.Template;

/// <summary>A template that cannot be merged with; the message names the file and says why.</summary>
public sealed class TemplateFileException(string message, Exception? cause = null) : Exception(message, cause);
