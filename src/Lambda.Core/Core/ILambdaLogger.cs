namespace Amazon.Lambda.Core;

/// <summary>Writes lines to the function's log.</summary>
/// <remarks>
/// Two methods are enough to be a logger; the others end in <see cref="LogLine(string)"/>. Messages may hold
/// placeholders: <c>{name}</c>, filled from the arguments in order, become members of the line when the log is
/// written as JSON.
/// </remarks>
public interface ILambdaLogger
{
    /// <summary>Writes the text as it is, without level or time.</summary>
    void Log(string message);

    /// <summary>Writes one line of level Information.</summary>
    void LogLine(string message);

    /// <summary>Writes one line. <paramref name="level"/> is the name of a <see cref="LogLevel"/>.</summary>
    void Log(string level, string message) => LogLine(message);

    /// <summary>Writes one line with its placeholders filled.</summary>
    void Log(string level, string message, params object?[] args) => Log(level, message);

    /// <summary>Writes one line with its placeholders filled, and the exception.</summary>
    void Log(string level, Exception exception, string message, params object?[] args)
    {
        Log(level, message, args);
        Log(level, exception.ToString());
    }

    /// <inheritdoc cref="Log(string, string)"/>
    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void Log(LogLevel level, string message, params object?[] args) => Log(level.ToString(), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void Log(LogLevel level, Exception exception, string message, params object?[] args) =>
        Log(level.ToString(), exception, message, args);

    /// <summary>Every step.</summary>
    void LogTrace(string message, params object?[] args) => Log(LogLevel.Trace, message, args);

    /// <summary>Every step, with an exception.</summary>
    void LogTrace(Exception exception, string message, params object?[] args) =>
        Log(LogLevel.Trace, exception, message, args);

    /// <summary>What a developer looking for a fault wants to see.</summary>
    void LogDebug(string message, params object?[] args) => Log(LogLevel.Debug, message, args);

    /// <summary>What a developer looking for a fault wants to see, with an exception.</summary>
    void LogDebug(Exception exception, string message, params object?[] args) =>
        Log(LogLevel.Debug, exception, message, args);

    /// <summary>The ordinary course of things.</summary>
    void LogInformation(string message, params object?[] args) => Log(LogLevel.Information, message, args);

    /// <summary>The ordinary course of things, with an exception.</summary>
    void LogInformation(Exception exception, string message, params object?[] args) =>
        Log(LogLevel.Information, exception, message, args);

    /// <summary>Unexpected, and coped with.</summary>
    void LogWarning(string message, params object?[] args) => Log(LogLevel.Warning, message, args);

    /// <summary>Unexpected, and coped with, with an exception.</summary>
    void LogWarning(Exception exception, string message, params object?[] args) =>
        Log(LogLevel.Warning, exception, message, args);

    /// <summary>This invocation failed.</summary>
    void LogError(string message, params object?[] args) => Log(LogLevel.Error, message, args);

    /// <summary>This invocation failed, with an exception.</summary>
    void LogError(Exception exception, string message, params object?[] args) =>
        Log(LogLevel.Error, exception, message, args);

    /// <summary>The function cannot go on.</summary>
    void LogCritical(string message, params object?[] args) => Log(LogLevel.Critical, message, args);

    /// <summary>The function cannot go on, with an exception.</summary>
    void LogCritical(Exception exception, string message, params object?[] args) =>
        Log(LogLevel.Critical, exception, message, args);
}
