using Lambda.Local.EventSources;
using Microsoft.Extensions.Hosting;

namespace Lambda.Local;

/// <summary>
/// What has to happen while the web server still answers: functions use the object store and the API's own routes.
/// </summary>
internal sealed class LocalLifetime : IHostedLifecycleService
{
    /// <summary>Set before the host starts.</summary>
    public LocalEvents? Events { get; set; }

    public RunningRequests Requests { get; } = new();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Events?.Begin();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Requests.StopAsync(), Events?.StopAsync() ?? Task.CompletedTask);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
