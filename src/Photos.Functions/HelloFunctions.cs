using System.Globalization;
using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Photos.Functions.Http;
using Photos.Functions.Views;

namespace Photos.Functions;

/// <summary>The <c>/hello</c> resource: proof for anybody that the API is there, and how fast it woke up.</summary>
public sealed class HelloFunctions(Deployment deployment)
{
    private const int LongestName = 64;

    /// <summary>A greeting, for anybody.</summary>
    /// <param name="name">Whom to greet, in at most 64 characters on one line; anything else is the world.</param>
    /// <response code="200"><see cref="HelloView"/> The greeting, and what runs here since when.</response>
    [LambdaFunction(ResourceName = "Hello", MemorySize = 512, Timeout = 15)]
    [HttpApi(LambdaHttpMethod.Get, "/hello")]
    public IHttpResult Hello([FromQuery] string? name)
    {
        var start = deployment.IsColdStart() ? "cold" : "warm";
        var greeting = $"Hello, {Known(name) ?? "world"}!";

        return Respond.With(HttpStatusCode.OK, new HelloView(
            greeting, deployment.Stage, deployment.Version, start, deployment.StartedAt.UtcDateTime));
    }

    private static string? Known(string? name)
    {
        var text = new StringInfo(name?.Trim() ?? "");
        var isName = text.LengthInTextElements is > 0 and <= LongestName && !text.String.Any(char.IsControl);
        return isName ? text.String : null;
    }
}
