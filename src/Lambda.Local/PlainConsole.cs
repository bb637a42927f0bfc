using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Lambda.Local;

/// <summary>Log lines for a person at a terminal: the text alone, with its level where that matters.</summary>
internal sealed class PlainConsole() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(
        in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (entry.LogLevel >= LogLevel.Warning)
            textWriter.Write($"{entry.LogLevel}: ");

        textWriter.WriteLine(OneLine(entry.Formatter(entry.State, entry.Exception)));
        if (entry.Exception is not null)
            textWriter.WriteLine(entry.Exception);
    }

    // A client's text must not look like a line of ours, nor steer the terminal.
    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;
}
