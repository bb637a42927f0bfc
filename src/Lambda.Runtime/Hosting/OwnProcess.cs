using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>
/// What a bootstrap takes over of the process it runs in, until disposed of: the console, and how it is asked to end.
/// </summary>
internal sealed class OwnProcess : IDisposable
{
    private readonly PosixSignalRegistration _termination;

    /// <param name="stop">Called when Lambda takes the sandbox away.</param>
    public OwnProcess(Action stop)
    {
        Console.SetOut(new CapturedConsole(isError: false));
        Console.SetError(new CapturedConsole(isError: true));

        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            // Otherwise the process would end with 143, in the middle of an answer.
            signal.Cancel = true;
            stop();
        });
    }

    /// <summary>The console behind the capture.</summary>
    /// <remarks>Made here because <c>Console.Out</c> sets up a terminal first, which Lambda does not have.</remarks>
    public static TextWriter OpenConsole() => new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };

    public void Dispose()
    {
        _termination.Dispose();
        Console.SetOut(OpenConsole());
        Console.SetError(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
    }
}
