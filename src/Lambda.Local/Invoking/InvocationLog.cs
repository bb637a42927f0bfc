using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>Writes a function's lines to the host's log, and beside the event that they are about.</summary>
internal sealed class InvocationLog(ILogger host, Invocation invocation) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => host.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => host.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        host.Log(logLevel, eventId, state, exception, formatter);
        var text = formatter(state, exception);
        invocation.Write(logLevel, exception is null ? text : $"{text} {exception}");
    }
}
