using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>Lambda's Runtime API, call by call. Knows nothing of functions or loops.</summary>
/// <remarks>
/// Answers of 500 and above, and connections that break, end in an exception: Lambda asks for the process to end then.
/// A refusal (4xx) concerns one invocation and is an answer: false.
/// </remarks>
internal sealed class RuntimeApi(HttpClient http, string endpoint)
{
    /// <summary>In bytes; a larger answer is refused by Lambda with 413.</summary>
    public const int LargestAnswer = 6 * 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly string _root = $"http://{endpoint}/2018-06-01/runtime/";

    /// <summary>
    /// A client for one process: the Runtime API is on this machine and says UTF-8 where HTTP says Latin-1.
    /// </summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    })
    {
        // A sandbox is frozen while it waits for its next event, for as long as nobody asks.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Waits for the next event, for as long as it takes.</summary>
    public async Task<(InvocationHead Head, Stream Event)> NextAsync(CancellationToken ct)
    {
        using var answer = await http.GetAsync(_root + "invocation/next", ct);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new RuntimeApiException(
                $"The Runtime API answered {(int)answer.StatusCode} when asked for an event.");

        var head = InvocationHead.Of(answer.Headers);
        return (head, new MemoryStream(await answer.Content.ReadAsByteArrayAsync(ct), writable: false));
    }

    /// <summary>Hands over an answer.</summary>
    public async Task<Delivery> SucceedAsync(string requestId, ReadOnlyMemory<byte> body)
    {
        using var content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        using var answer = await http.PostAsync($"{_root}invocation/{requestId}/response", content);

        return answer.StatusCode == HttpStatusCode.RequestEntityTooLarge ? Delivery.TooLarge : Outcome(answer);
    }

    /// <summary>Says that one event failed.</summary>
    public Task<Delivery> FailAsync(string requestId, ErrorReport error) =>
        ReportAsync($"invocation/{requestId}/error", error);

    /// <summary>Says that the function could not be started.</summary>
    public Task<Delivery> FailInitAsync(ErrorReport error) => ReportAsync("init/error", error);

    private async Task<Delivery> ReportAsync(string path, ErrorReport error)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = error.ToContent() };
        request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", error.Type);
        using var answer = await http.SendAsync(request);
        return Outcome(answer);
    }

    private static Delivery Outcome(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        < 300 => Delivery.Taken,
        < 500 => Delivery.Refused,
        var status => throw new RuntimeApiException($"The Runtime API answered {status} when handed an answer."),
    };
}

/// <summary>What became of an answer that was handed over.</summary>
internal enum Delivery
{
    Taken,
    Refused,
    TooLarge,
}
