using Lambda.Local;
using Microsoft.AspNetCore.Http;

namespace Lambda.Tests.HttpApi;

public sealed class RunningRequestsTests
{
    private readonly RunningRequests _requests = new();
    private readonly TaskCompletionSource _answering = new();

    [Fact]
    public async Task A_stop_waits_for_what_is_being_answered()
    {
        var running = _requests.RunAsync(new DefaultHttpContext(), _ => _answering.Task);

        var stop = _requests.StopAsync();
        Assert.False(stop.IsCompleted);
        _answering.SetResult();

        await stop;
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Behind_a_stop_no_request_begins_though_others_still_run()
    {
        var running = _requests.RunAsync(new DefaultHttpContext(), _ => _answering.Task);
        var stop = _requests.StopAsync();
        var hasBegun = false;

        await _requests.RunAsync(new DefaultHttpContext(), _ =>
        {
            hasBegun = true;
            return Task.CompletedTask;
        });

        Assert.False(hasBegun);
        _answering.SetResult();
        await Task.WhenAll(running, stop);
    }
}
