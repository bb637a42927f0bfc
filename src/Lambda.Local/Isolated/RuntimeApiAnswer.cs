using System.Globalization;
using System.Text;
using Lambda.Local.Invoking;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.Isolated;

/// <summary>An answer of the Runtime API that is known beforehand; and the one that is an event.</summary>
internal sealed class RuntimeApiAnswer
{
    public static readonly RuntimeApiAnswer NotFound = new(404, "InvalidAddress", "There is no such call or process.");

    private const string Json = "application/json";

    private static readonly RuntimeApiAnswer Accepted = new(202, """{"status":"OK"}""");
    private static readonly RuntimeApiAnswer UnknownEvent = new(400, "InvalidRequestID", "Invalid request ID");
    private static readonly RuntimeApiAnswer OutOfTurn =
        new(403, "InvalidStateTransition", "The process may not ask or report this now.");
    private static readonly RuntimeApiAnswer TooLarge = new(
        413, "RequestEntityTooLarge", $"An answer has at most {ReportBody.Largest} bytes.");

    private readonly int _status;
    private readonly byte[] _body;

    private RuntimeApiAnswer(int status, string type, string message)
        : this(status, $$"""{"errorType":"{{type}}","errorMessage":"{{message}}"}""")
    {
    }

    private RuntimeApiAnswer(int status, string body) => (_status, _body) = (status, Encoding.UTF8.GetBytes(body));

    public static RuntimeApiAnswer Of(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => Accepted,
        Verdict.UnknownEvent => UnknownEvent,
        Verdict.OutOfTurn => OutOfTurn,
        Verdict.TooLarge => TooLarge,
    };

    public static Task WriteAsync(IFeatureCollection context, FunctionEvent next, FunctionDescription function)
    {
        var headers = context.GetRequiredFeature<IHttpResponseFeature>().Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] =
            next.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = function.Arn;
        headers["Lambda-Runtime-Trace-Id"] = next.Trace;
        return WriteAsync(context, StatusCodes.Status200OK, next.Invocation.Payload);
    }

    public Task WriteAsync(IFeatureCollection context) => WriteAsync(context, _status, _body);

    private static async Task WriteAsync(IFeatureCollection context, int status, ReadOnlyMemory<byte> body)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = status;
        response.Headers.ContentType = Json;
        response.Headers.ContentLength = body.Length;
        await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body);
    }
}
