namespace Lambda.Local;

/// <summary>The local cloud cannot start; the message is one sentence for the person who started it.</summary>
public sealed class LocalStartException(string message, Exception? cause = null) : Exception(message, cause);
