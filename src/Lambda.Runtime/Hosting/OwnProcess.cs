using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport.Logging;
using Microsoft.Win32.SafeHandles;

namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>
/// What a bootstrap takes over of the process it runs in, until disposed of: the console, and how it is asked to end.
/// </summary>
internal sealed class OwnProcess : IDisposable
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;

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
    /// <remarks>
    /// The file itself: <c>Console.Out</c> sets up a terminal first, which Lambda does not have; and the console's own
    /// streams lock <c>Console.Out</c> for every write, which is the capture that leads here. Two threads, one printing
    /// and one logging, would wait for each other for ever.
    /// </remarks>
    public static TextWriter OpenConsole() => Open(StandardOutput, Console.OpenStandardOutput);

    public void Dispose()
    {
        _termination.Dispose();
        Console.SetOut(OpenConsole());
        Console.SetError(Open(StandardError, Console.OpenStandardError));
    }

    private static StreamWriter Open(int descriptor, Func<Stream> elsewhere)
    {
        var stream = OperatingSystem.IsWindows()
            ? elsewhere()
            : new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return new StreamWriter(stream) { AutoFlush = true };
    }
}
