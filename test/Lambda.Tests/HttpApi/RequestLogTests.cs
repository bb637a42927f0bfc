using Lambda.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Tests.HttpApi;

public sealed class RequestLogTests
{
    [Theory]
    [InlineData("/photos?after=secret", "GET /photos 200 0 ms")]
    [InlineData(
        "/photos/u/0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4f5/01J0/9f8e?X-Amz-Signature=1", "GET /photos/u/…/01J0/9f8e 200 0 ms")]
    [InlineData(
        "/a-b-c-d-e-f/0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4fx/01J0", "GET /a-b-c-d-e-f/0190a5e2-7a3b-7c4d-8e5f-a0b1c2d3e4fx/01J0 200 0 ms")]
    public async Task A_request_is_told_without_its_query_and_without_whose_things_it_is_about(string target, string line)
    {
        using var told = new ToldLines();
        var context = new DefaultHttpContext { Request = { Method = "GET" } };
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;

        await new RequestLog(told, new StoppedClock()).RunAsync(context, _ => Task.CompletedTask);

        Assert.Equal(line, Assert.Single(told.Lines));
    }
}
