using Microsoft.Extensions.Hosting;

namespace Lambda.Local.EventSources;

/// <summary>
/// Delivers events only while requests are answered too: functions use the object store and the API's own routes.
/// </summary>
internal sealed class EventHost : IHostedLifecycleService
{
    /// <summary>Set before the host starts.</summary>
    public LocalEvents? Events { get; set; }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Events?.Begin();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Events?.StopAsync() ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
