using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps what a function under test logs, and shows it on the console.</summary>
/// <remarks>
/// Placeholders are filled. A line with a level reads <c>Level: message</c>; an exception follows on its own lines.
/// </remarks>
public class TestLambdaLogger : ILambdaLogger
{
    /// <summary>Everything logged so far, one line each.</summary>
    public StringBuilder Buffer { get; } = new();

    /// <summary>Writes one line.</summary>
    public void Log(string message) => LogLine(message);

    /// <inheritdoc/>
    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.Out.WriteLine(message);
    }

    /// <inheritdoc/>
    public void Log(string level, string message) => LogLine($"{level}: {message}");

    /// <inheritdoc/>
    public void Log(string level, string message, params object?[] args) =>
        Log(level, MessageTemplate.Text(message, args));

    /// <inheritdoc/>
    public void Log(string level, Exception exception, string message, params object?[] args)
    {
        Log(level, message, args);
        LogLine(exception.ToString());
    }
}
