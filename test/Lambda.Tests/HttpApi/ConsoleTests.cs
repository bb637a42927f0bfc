using System.Text;
using Lambda.Local;
using Microsoft.Extensions.Logging;

namespace Lambda.Tests.HttpApi;

public sealed class ConsoleTests
{
    [Fact]
    public void Lines_come_out_in_order_whole_and_before_the_end()
    {
        using var output = new MemoryStream();
        using (var console = new PlainConsole(output))
        {
            for (var number = 0; number < 10_000; number++)
                Say(console, LogLevel.Information, $"line {number} ☕");
        }

        Assert.Equal(
            Enumerable.Range(0, 10_000).Select(number => $"line {number} ☕"),
            Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public void Lines_of_several_threads_do_not_mix_even_where_the_terminal_is_slow()
    {
        using var output = new SlowStream();
        using (var console = new PlainConsole(output))
            Parallel.For(0, 5_000, number => Say(console, LogLevel.Information, Line(number)));

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split(Environment.NewLine);
        Assert.Equal(5_000, lines.Length);
        Assert.All(lines, line => Assert.Equal(Line(line[0] - 'a'), line));
    }

    [Theory]
    [InlineData(LogLevel.Information, "a\nb\u001b[31m\u009bc", "a b [31m c")]
    [InlineData(LogLevel.Information, "a\u2028b\u2029c", "a b c")]
    [InlineData(LogLevel.Information, "GET /x?X-Amz-Signature=9f8e", "GET /x?X-Amz-Signature=***")]
    [InlineData(LogLevel.Warning, "careful", "Warning: careful")]
    public void A_line_is_one_line_and_steers_no_terminal(LogLevel level, string text, string expected)
    {
        using var output = new MemoryStream();
        using (var console = new PlainConsole(output))
            Say(console, level, text);

        Assert.Equal(expected + Environment.NewLine, Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void An_exception_is_indented_and_tells_no_secret()
    {
        using var output = new MemoryStream();
        using (var console = new PlainConsole(output))
        {
            var error = new InvalidOperationException("no\nGET /forged 200 1 ms\r\u001b[2J?X-Amz-Signature=9f8e");
            console.CreateLogger("any").Log(LogLevel.Error, default, "It failed.", error, (state, _) => state);
        }

        Assert.Equal(
            ["Error: It failed.", "   System.InvalidOperationException: no", "   GET /forged 200 1 ms  [2J?X-Amz-Signature=***"],
            Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split(Environment.NewLine));
    }

    private static string Line(int number) => new((char)('a' + (number % 26)), 1_000);

    private static void Say(PlainConsole console, LogLevel level, string text) =>
        console.CreateLogger("any").Log(level, default, text, null, (state, _) => state);

    private sealed class SlowStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            Thread.Yield();
            base.Write(buffer, offset, count);
        }
    }
}
