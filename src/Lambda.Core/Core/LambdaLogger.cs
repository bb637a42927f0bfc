namespace Amazon.Lambda.Core;

/// <summary>The log, for code that is handed no <see cref="ILambdaContext"/>: static constructors, start-up.</summary>
public static class LambdaLogger
{
    private static ILambdaLogger _current = new PlainLogger();

    /// <summary>Where lines go. The bootstrap puts its own logger here before the function is made.</summary>
    internal static ILambdaLogger Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>Writes the text as it is, without level or time.</summary>
    public static void Log(string message) => Current.Log(message);

    /// <summary>
    /// Writes one line with its placeholders filled. <paramref name="level"/> names a <see cref="LogLevel"/>.
    /// </summary>
    public static void Log(string level, string message, params object?[] args) => Current.Log(level, message, args);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    public static void Log(LogLevel level, string message, params object?[] args) => Current.Log(level, message, args);

    /// <summary>Writes one line with its placeholders filled, and the exception.</summary>
    public static void Log(string level, Exception exception, string message, params object?[] args) =>
        Current.Log(level, exception, message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    public static void Log(LogLevel level, Exception exception, string message, params object?[] args) =>
        Current.Log(level, exception, message, args);

    private sealed class PlainLogger : ILambdaLogger
    {
        public void Log(string message) => Console.Out.Write(message);

        public void LogLine(string message) => Console.Out.WriteLine(message);
    }
}
