using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Stands in for the console: what functions print becomes lines of the log of the event at hand.</summary>
internal sealed class CapturedConsole(bool isError) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    private ConsoleLines? Lines =>
        LambdaLogger.Current.Value is InvocationLogger logger ? isError ? logger.Error : logger.Out : null;

    public override void Write(char value) => Lines?.Append([value]);

    public override void Write(char[] buffer, int index, int count) => Lines?.Append(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Lines?.Append(buffer);

    public override void Write(string? value) => Lines?.Append(value);

    public override void WriteLine(string? value) => Lines?.AppendLine(value);
}
