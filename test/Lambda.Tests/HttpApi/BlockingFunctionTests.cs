using System.Net;
using Lambda.Local;

namespace Lambda.Tests.HttpApi;

/// <summary>Functions run on the thread of their request; one that keeps it must not keep its client too.</summary>
public sealed class BlockingFunctionTests : IDisposable
{
    private readonly StoppedClock _clock = new();
    private readonly CloudFixture _fixture = new(Template(seconds: 10));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10, 10, HttpStatusCode.InternalServerError)]
    [InlineData(60, 30, HttpStatusCode.ServiceUnavailable)]
    public async Task Its_client_is_answered_when_the_time_is_over(int timeout, int after, HttpStatusCode status)
    {
        using var fixture = new CloudFixture(Template(timeout));
        await using var cloud = await StartAsync(fixture);
        var asking = fixture.Http.GetAsync(new Uri(cloud.Addresses.Api, "block"), Ct);
        await SampleFunctions_Block_Generated.Entered.WaitAsync(Ct);

        _clock.Move(TimeSpan.FromSeconds(after - 1));
        Assert.False(asking.IsCompleted);
        _clock.Move(TimeSpan.FromSeconds(1));

        using var answer = await asking;
        Assert.Equal(status, answer.StatusCode);
        SampleFunctions_Block_Generated.Released.Release();
    }

    [Fact]
    public async Task Its_connection_answers_again_once_it_ends()
    {
        await using var cloud = await StartAsync(_fixture);
        var asking = _fixture.Http.GetAsync(new Uri(cloud.Addresses.Api, "block"), Ct);
        await SampleFunctions_Block_Generated.Entered.WaitAsync(Ct);
        _clock.Move(TimeSpan.FromSeconds(10));
        using var first = await asking;

        SampleFunctions_Block_Generated.Released.Release();
        SampleFunctions_Block_Generated.Released.Release();
        using var second = await _fixture.Http.GetAsync(new Uri(cloud.Addresses.Api, "block"), Ct);
        await SampleFunctions_Block_Generated.Entered.WaitAsync(Ct);

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal("late", await second.Content.ReadAsStringAsync(Ct));
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<LocalCloud> StartAsync(CloudFixture fixture)
    {
        var cloud = LocalCloud.Build(fixture.Options with { Clock = _clock });
        await cloud.StartAsync(Ct);
        return cloud;
    }

    private static string Template(int seconds) => CloudFixture.Template
        .Replace("\"Timeout\": 10", $"\"Timeout\": {seconds}", StringComparison.Ordinal)
        .Replace("\"Greet\"", "\"Block\"", StringComparison.Ordinal)
        .Replace("/greet/{name}", "/block", StringComparison.Ordinal);
}
