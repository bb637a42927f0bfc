using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using NSubstitute;
using Photos.Library;

namespace Photos.Tests;

/// <summary>Requests as the gateway sends them to a function.</summary>
internal static class Ask
{
    public static ILambdaContext Context { get; } = MakeContext();

    public static APIGatewayHttpApiV2ProxyRequest As(
        OwnerId owner,
        string? body = null,
        bool isBase64 = false,
        params (string Name, string Value)[] headers) => new()
    {
        Body = body,
        IsBase64Encoded = isBase64,
        Headers = headers.ToDictionary(header => header.Name, header => header.Value),
        RequestContext = new()
        {
            RequestId = "request-1",
            Authorizer = new() { Jwt = new() { Claims = new Dictionary<string, string> { ["sub"] = owner.Subject } } },
        },
    };

    /// <summary>The same request with query parameters.</summary>
    public static APIGatewayHttpApiV2ProxyRequest With(
        this APIGatewayHttpApiV2ProxyRequest request, params (string Name, string Value)[] query)
    {
        request.QueryStringParameters = query.ToDictionary(each => each.Name, each => each.Value);
        return request;
    }

    private static ILambdaContext MakeContext()
    {
        var context = Substitute.For<ILambdaContext>();
        context.RemainingTime.Returns(TimeSpan.FromSeconds(30));
        return context;
    }
}
