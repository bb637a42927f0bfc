namespace Lambda.Template.Text;

/// <summary>A text that is not what it should be; the message says where and what.</summary>
internal sealed class SourceException(string message, Exception? cause = null) : Exception(message, cause);
