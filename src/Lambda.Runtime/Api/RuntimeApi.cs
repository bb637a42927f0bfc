using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>Lambda's Runtime API, call by call. Knows nothing of functions or loops.</summary>
/// <remarks>
/// Answers of 500 and above end in an exception, as Lambda asks for the process to end then, and so does an API that
/// cannot be reached. A refusal (4xx) of an answer concerns one event and is an outcome. A connection that breaks is
/// made anew: sandboxes are frozen and restored with their sockets, and every call may be repeated without harm.
/// </remarks>
internal sealed class RuntimeApi(HttpClient http, string endpoint)
{
    /// <summary>In bytes; a larger answer is refused by Lambda with 413.</summary>
    public const int LargestAnswer = 6 * 1024 * 1024;

    /// <summary>Broken connections in a row before the API counts as gone.</summary>
    private const int MostBroken = 5;

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
        using var answer = await WaitAsync("invocation/next", "for an event", ct);
        var input = await answer.Content.ReadAsByteArrayAsync(ct);

        // Visible, so that a serializer can read the bytes where they are.
        var stream = new MemoryStream(input, 0, input.Length, writable: false, publiclyVisible: true);
        return (InvocationHead.Of(answer.Headers), stream);
    }

    /// <summary>Says that a snapshot may be taken, and returns in a sandbox that is made of it.</summary>
    public async Task RestoreAsync(CancellationToken ct)
    {
        using var answer = await WaitAsync("restore/next", "to be restored", ct);
    }

    /// <summary>Hands over an answer.</summary>
    public async Task<Delivery> SucceedAsync(string requestId, ReadOnlyMemory<byte> body)
    {
        using var answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, $"{_root}invocation/{requestId}/response")
            {
                Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } },
            },
            default);

        return answer.StatusCode == HttpStatusCode.RequestEntityTooLarge ? Delivery.TooLarge : Outcome(answer);
    }

    /// <summary>Says that one event failed.</summary>
    public Task<Delivery> FailAsync(string requestId, ErrorReport error) =>
        ReportAsync($"invocation/{requestId}/error", error);

    /// <summary>Says that the function could not be started, or not be made ready for its snapshot.</summary>
    public Task<Delivery> FailInitAsync(ErrorReport error) => ReportAsync("init/error", error);

    /// <summary>Says that the function could not be made ready again behind its snapshot.</summary>
    public Task<Delivery> FailRestoreAsync(ErrorReport error) => ReportAsync("restore/error", error);

    private async Task<Delivery> ReportAsync(string path, ErrorReport error)
    {
        using var answer = await SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = error.ToContent() };
                request.Headers.TryAddWithoutValidation(
                    "Lambda-Runtime-Function-Error-Type", error.Category ?? error.Type);
                if (error.Cause is not null)
                    request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", error.Cause);
                return request;
            },
            default);

        return Outcome(answer);
    }

    private async Task<HttpResponseMessage> WaitAsync(string path, string what, CancellationToken ct)
    {
        var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, _root + path), ct);
        if (answer.StatusCode == HttpStatusCode.OK)
            return answer;

        answer.Dispose();
        throw new RuntimeApiException($"The Runtime API answered {(int)answer.StatusCode} when asked {what}.");
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken ct)
    {
        for (var broken = 1; ; broken++)
        {
            using var request = make();
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Text);
            try
            {
                return await http.SendAsync(request, ct);
            }
            catch (HttpRequestException error) when (broken >= MostBroken)
            {
                throw new RuntimeApiException($"The Runtime API at {endpoint} cannot be reached.", error);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(25 * (1 << broken)), ct);
            }
            catch (OperationCanceledException error) when (error.InnerException is TimeoutException)
            {
                // A client of the caller's own, with a timeout: waiting for an event is no failure, however long.
                if (request.Method == HttpMethod.Get)
                    broken = 0;
                else if (broken >= MostBroken)
                    throw new RuntimeApiException($"The Runtime API at {endpoint} takes too long.", error);
            }
        }
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
