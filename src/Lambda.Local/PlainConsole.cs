using System.Buffers;
using Amazon.Lambda.Observing;
using Microsoft.Extensions.Logging;

namespace Lambda.Local;

/// <summary>Log lines for a person at a terminal: the text alone, with its level where that matters.</summary>
internal sealed class PlainConsole(Stream output) : ILoggerProvider, ILogger
{
    // Line and paragraph separators are no control characters, but end a line for some who read one.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x100).Select(code => (char)code).Where(char.IsControl), '\u2028', '\u2029']);

    private readonly ConsoleLines _lines = new(output);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        var text = OneLine(MaskedText.Of(formatter(state, exception)));
        if (logLevel >= LogLevel.Warning)
            text = $"{logLevel}: {text}";

        _lines.Add(exception is null ? text : $"{text}{Environment.NewLine}{Indented(exception)}");
    }

    public void Dispose() => _lines.Dispose();

    // Where its message holds a client's text, what follows a line break in it must not look like a line of ours.
    private static string Indented(Exception exception) => string.Join(
        Environment.NewLine,
        MaskedText.Of(exception.ToString()).Split('\n')
            .Select(line => $"   {OneLine(line.TrimEnd('\r')).TrimStart()}"));

    // A client's text must not look like a line of ours, nor steer the terminal.
    private static string OneLine(string text) => text.AsSpan().ContainsAny(Controls)
        ? string.Create(text.Length, text, static (letters, text) => text.AsSpan().ReplaceAny(letters, Controls, ' '))
        : text;
}
