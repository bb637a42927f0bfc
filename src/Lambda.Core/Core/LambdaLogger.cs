namespace Amazon.Lambda.Core;

/// <summary>The log, for code that is handed no <see cref="ILambdaContext"/>: static constructors, start-up.</summary>
/// <remarks>
/// While an event is answered, lines carry its request id, also when several are answered at a time. Outside of Lambda
/// lines go to the console as they are.
/// </remarks>
public static class LambdaLogger
{
    /// <summary>Where lines go. The bootstrap puts its own loggers here before the function is made.</summary>
    internal static Ambient<ILambdaLogger> Current { get; } = new(new PlainLogger());

    /// <summary>Writes one line that has no level, whatever the least level is.</summary>
    public static void Log(string message) => Current.Value.Log("", message);

    /// <summary>Writes one line with its placeholders filled.</summary>
    /// <param name="level">The name of a <see cref="LogLevel"/>; any other text is written as it is.</param>
    /// <param name="message">The line; see <see cref="ILambdaLogger"/> for its placeholders.</param>
    /// <param name="args">What the placeholders stand for.</param>
    public static void Log(string level, string message, params object?[] args) =>
        Current.Value.Log(level, message, args);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    public static void Log(LogLevel level, string message, params object?[] args) =>
        Current.Value.Log(level.ToString(), message, args);

    /// <summary>Writes one line with its placeholders filled, and the exception.</summary>
    public static void Log(string level, Exception exception, string message, params object?[] args) =>
        Current.Value.Log(level, exception, message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    public static void Log(LogLevel level, Exception exception, string message, params object?[] args) =>
        Current.Value.Log(level.ToString(), exception, message, args);

    private sealed class PlainLogger : ILambdaLogger
    {
        public void Log(string message) => Console.Out.Write(message);

        public void LogLine(string message) => Console.Out.WriteLine(message);
    }
}
