using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>What the Runtime API says about an event before its bytes.</summary>
internal sealed record InvocationHead(string RequestId)
{
    /// <summary>When Lambda ends the invocation.</summary>
    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.UnixEpoch;

    public string FunctionArn { get; init; } = "";

    public string TenantId { get; init; } = "";

    public string? TraceId { get; init; }

    /// <summary>What a mobile application said of itself, as JSON.</summary>
    public string? ClientContext { get; init; }

    /// <summary>Who called through Amazon Cognito, as JSON.</summary>
    public string? CognitoIdentity { get; init; }

    public static InvocationHead Of(HttpResponseHeaders headers)
    {
        string? Value(string name) => headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

        var id = Value("Lambda-Runtime-Aws-Request-Id")
            ?? throw new RuntimeApiException("The Runtime API handed over an event without a request id.");

        return new InvocationHead(id)
        {
            Deadline = Moment(Value("Lambda-Runtime-Deadline-Ms")),
            FunctionArn = Value("Lambda-Runtime-Invoked-Function-Arn") ?? "",
            TenantId = Value("Lambda-Runtime-Aws-Tenant-Id") ?? "",
            TraceId = Value("Lambda-Runtime-Trace-Id"),
            ClientContext = Value("Lambda-Runtime-Client-Context"),
            CognitoIdentity = Value("Lambda-Runtime-Cognito-Identity"),
        };
    }

    private static DateTimeOffset Moment(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        && since <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(since)
            : DateTimeOffset.UnixEpoch;
}
