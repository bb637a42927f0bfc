namespace Amazon.Lambda.Core;

/// <summary>Writes lines to the function's log.</summary>
/// <remarks>
/// Two methods are enough to be a logger: <see cref="Log(string)"/> and <see cref="LogLine(string)"/>. All others end,
/// unless implemented, in <see cref="Log(string, string)"/>, the ones with arguments by way of the overloads that take
/// a level's name, and that one ends in <see cref="LogLine(string)"/>. Messages may hold placeholders, filled from the
/// arguments in order (<c>{name}</c>, <c>{name:format}</c>, <c>{@name}</c> for JSON) or by position (<c>{0}</c>); the
/// named ones become members of the line when the log is written as JSON.
/// </remarks>
public interface ILambdaLogger
{
    /// <summary>Writes the text as it is, without level, time or line end.</summary>
    void Log(string message);

    /// <summary>Writes one line of level Information.</summary>
    void LogLine(string message);

    /// <summary>Writes one line.</summary>
    /// <param name="level">The name of a <see cref="LogLevel"/>; any other text is written as it is.</param>
    /// <param name="message">The line.</param>
    void Log(string level, string message) => LogLine(message);

    /// <summary>Writes one line with its placeholders filled.</summary>
    void Log(string level, string message, params object?[] args) => Log(level, MessageTemplate.Text(message, args));

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
    void LogTrace(string message) => Log(nameof(LogLevel.Trace), message);

    /// <summary>Every step.</summary>
    void LogTrace(string message, params object?[] args) => Log(nameof(LogLevel.Trace), message, args);

    /// <summary>Every step.</summary>
    void LogTrace(Exception exception, string message, params object?[] args) =>
        Log(nameof(LogLevel.Trace), exception, message, args);

    /// <summary>What a developer looking for a fault wants to see.</summary>
    void LogDebug(string message) => Log(nameof(LogLevel.Debug), message);

    /// <summary>What a developer looking for a fault wants to see.</summary>
    void LogDebug(string message, params object?[] args) => Log(nameof(LogLevel.Debug), message, args);

    /// <summary>What a developer looking for a fault wants to see.</summary>
    void LogDebug(Exception exception, string message, params object?[] args) =>
        Log(nameof(LogLevel.Debug), exception, message, args);

    /// <summary>The ordinary course of things.</summary>
    void LogInformation(string message) => Log(nameof(LogLevel.Information), message);

    /// <summary>The ordinary course of things.</summary>
    void LogInformation(string message, params object?[] args) => Log(nameof(LogLevel.Information), message, args);

    /// <summary>The ordinary course of things.</summary>
    void LogInformation(Exception exception, string message, params object?[] args) =>
        Log(nameof(LogLevel.Information), exception, message, args);

    /// <summary>Unexpected, and coped with.</summary>
    void LogWarning(string message) => Log(nameof(LogLevel.Warning), message);

    /// <summary>Unexpected, and coped with.</summary>
    void LogWarning(string message, params object?[] args) => Log(nameof(LogLevel.Warning), message, args);

    /// <summary>Unexpected, and coped with.</summary>
    void LogWarning(Exception exception, string message, params object?[] args) =>
        Log(nameof(LogLevel.Warning), exception, message, args);

    /// <summary>This invocation failed.</summary>
    void LogError(string message) => Log(nameof(LogLevel.Error), message);

    /// <summary>This invocation failed.</summary>
    void LogError(string message, params object?[] args) => Log(nameof(LogLevel.Error), message, args);

    /// <summary>This invocation failed.</summary>
    void LogError(Exception exception, string message, params object?[] args) =>
        Log(nameof(LogLevel.Error), exception, message, args);

    /// <summary>The function cannot go on.</summary>
    void LogCritical(string message) => Log(nameof(LogLevel.Critical), message);

    /// <summary>The function cannot go on.</summary>
    void LogCritical(string message, params object?[] args) => Log(nameof(LogLevel.Critical), message, args);

    /// <summary>The function cannot go on.</summary>
    void LogCritical(Exception exception, string message, params object?[] args) =>
        Log(nameof(LogLevel.Critical), exception, message, args);
}
