using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.Fuzzing;

/// <summary>Whatever a function returns, its client gets one whole answer, and the connection stays in step.</summary>
public sealed class RandomResultTests
{
    private const int Results = 10_000;

    private static readonly string[] Whole =
    [
        """{"statusCode":200,"headers":{"Content-Type":"text/html","x-a":"b"},"body":"abc"}""",
        """{"statusCode":201,"multiValueHeaders":{"x-a":["b","c"]},"headers":{"x-a":"d"},"body":"é☕"}""",
        """{"statusCode":200,"cookies":["a=b; Path=/","c=d"],"isBase64Encoded":true,"body":"AP9h"}""",
        """{"statusCode":204}""", """{"statusCode":205,"body":"abc"}""", """{"statusCode":304,"body":"abc"}""",
        """{"a":{"b":[1,2,{"c":null}]}}""", "\"text\"", "[]", "7", "true", "null", "",
    ];

    private static readonly string[] Pieces =
    [
        "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u0000",
        "\\ud800", "\\r\\n", "\\n", "\0", "\r\n", "é", "☕", "null", "-1",
        "1e999", "200", "100", "101", "103", "205", "599", "600", "0", "true", "\"statusCode\":200,", "\"headers\":[],",
        "\"body\":5,", "\"cookies\":[\"a\\r\\nb: c\"],", "\"isBase64Encoded\":true,", "\"content-length\":\"99\",",
        "\"transfer-encoding\":\"chunked\",", "\"connection\":\"close\",",
        "\"trailer\":\"x\",", "\"set-cookie\":\"a\",",
        "\"x y\":\"z\",", "\"\":\"z\",", "\"upgrade\":\"h2c\",",
        "\"content-encoding\":\"gzip\",", "\"date\":\"x\",", "//", " ",
        "\"location\":\"\\u2028\",", "\"x-long\":\"" + new string('a', 20_000) + "\",", new('[', 200), new('{', 70),
    ];

    private static readonly byte[] Get = "GET /things HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray();
    private static readonly byte[] Head = "HEAD /things HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(778_899)]
    [InlineData(112_233)]
    public async Task Ten_thousand_results_make_ten_thousand_whole_answers(int seed)
    {
        var random = new Random(seed);
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("ANY /things"));
        using var wire = await Wire.ConnectAsync(host.Port, Ct);
        var answers = new SortedDictionary<int, int>();
        var watch = Stopwatch.StartNew();

        for (var turn = 0; turn < Results; turn++)
        {
            var result = Mutated(random);
            var isHead = random.Next(10) == 0;
            host.Functions.Invocations.Clear();
            host.Functions.Result = () => Task.FromResult<ReadOnlyMemory<byte>>(result);
            await wire.SendAsync(isHead ? Head : Get, Ct);

            var answer = await ReadAsync(wire, isHead, result);

            Assert.True(IsWhole(answer!), $"{answer} to {Convert.ToBase64String(result)}");
            answers[answer!.Status] = answers.GetValueOrDefault(answer.Status) + 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: {Results} results in {watch.Elapsed.TotalSeconds:0.0} s; {string.Join(", ", answers)}");
    }

    private static bool IsWhole(Answer answer) =>
        answer.Status is >= 200 and <= 599
        && answer.All("apigw-requestid").Length == 1
        && (answer.All("content-length").Length == 1 || answer.Status is 204 or 205 or 304);

    private static async Task<Answer?> ReadAsync(Wire wire, bool isHead, byte[] result)
    {
        try
        {
            return await wire.ReadAsync(isHead, Ct);
        }
        catch (InvalidDataException cause)
        {
            throw new InvalidDataException($"{cause.Message}: {Convert.ToBase64String(result)}", cause);
        }
    }

    private static string Number(Random random) => random.Next(-1, 700).ToString(CultureInfo.InvariantCulture);

    private static byte[] Mutated(Random random)
    {
        var text = Whole[random.Next(Whole.Length)];
        for (var turn = random.Next(4); turn > 0; turn--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(3) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 when at < text.Length => text.Remove(at, random.Next(text.Length - at)),
                _ => text.Replace("200", Number(random), StringComparison.Ordinal),
            };
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(4) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
