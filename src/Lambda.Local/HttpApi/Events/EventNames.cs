using System.Text.Json;

namespace Lambda.Local.HttpApi.Events;

/// <summary>The names of an event's members, spelled once: each event is made of forty of them.</summary>
internal static class EventNames
{
    public static readonly JsonEncodedText AccountId = JsonEncodedText.Encode("accountId");
    public static readonly JsonEncodedText ApiId = JsonEncodedText.Encode("apiId");
    public static readonly JsonEncodedText Authorizer = JsonEncodedText.Encode("authorizer");
    public static readonly JsonEncodedText Body = JsonEncodedText.Encode("body");
    public static readonly JsonEncodedText Claims = JsonEncodedText.Encode("claims");
    public static readonly JsonEncodedText ContentLength = JsonEncodedText.Encode("content-length");
    public static readonly JsonEncodedText Cookies = JsonEncodedText.Encode("cookies");
    public static readonly JsonEncodedText DomainName = JsonEncodedText.Encode("domainName");
    public static readonly JsonEncodedText DomainPrefix = JsonEncodedText.Encode("domainPrefix");
    public static readonly JsonEncodedText Headers = JsonEncodedText.Encode("headers");
    public static readonly JsonEncodedText Http = JsonEncodedText.Encode("http");
    public static readonly JsonEncodedText IdentitySource = JsonEncodedText.Encode("identitySource");
    public static readonly JsonEncodedText IsBase64Encoded = JsonEncodedText.Encode("isBase64Encoded");
    public static readonly JsonEncodedText Jwt = JsonEncodedText.Encode("jwt");
    public static readonly JsonEncodedText Lambda = JsonEncodedText.Encode("lambda");
    public static readonly JsonEncodedText Method = JsonEncodedText.Encode("method");
    public static readonly JsonEncodedText Path = JsonEncodedText.Encode("path");
    public static readonly JsonEncodedText PathParameters = JsonEncodedText.Encode("pathParameters");
    public static readonly JsonEncodedText Protocol = JsonEncodedText.Encode("protocol");
    public static readonly JsonEncodedText QueryStringParameters = JsonEncodedText.Encode("queryStringParameters");
    public static readonly JsonEncodedText RawPath = JsonEncodedText.Encode("rawPath");
    public static readonly JsonEncodedText RawQueryString = JsonEncodedText.Encode("rawQueryString");
    public static readonly JsonEncodedText RequestContext = JsonEncodedText.Encode("requestContext");
    public static readonly JsonEncodedText RequestId = JsonEncodedText.Encode("requestId");
    public static readonly JsonEncodedText RouteArn = JsonEncodedText.Encode("routeArn");
    public static readonly JsonEncodedText RouteKey = JsonEncodedText.Encode("routeKey");
    public static readonly JsonEncodedText Scopes = JsonEncodedText.Encode("scopes");
    public static readonly JsonEncodedText SourceIp = JsonEncodedText.Encode("sourceIp");
    public static readonly JsonEncodedText Stage = JsonEncodedText.Encode("stage");
    public static readonly JsonEncodedText StageVariables = JsonEncodedText.Encode("stageVariables");
    public static readonly JsonEncodedText Time = JsonEncodedText.Encode("time");
    public static readonly JsonEncodedText TimeEpoch = JsonEncodedText.Encode("timeEpoch");
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText UserAgent = JsonEncodedText.Encode("userAgent");
    public static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
    public static readonly JsonEncodedText XAmznTraceId = JsonEncodedText.Encode("x-amzn-trace-id");
    public static readonly JsonEncodedText XForwardedFor = JsonEncodedText.Encode("x-forwarded-for");
    public static readonly JsonEncodedText XForwardedPort = JsonEncodedText.Encode("x-forwarded-port");
    public static readonly JsonEncodedText XForwardedProto = JsonEncodedText.Encode("x-forwarded-proto");
}
