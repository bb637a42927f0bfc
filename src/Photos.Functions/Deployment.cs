using System.Reflection;

namespace Photos.Functions;

/// <summary>What runs here, and since when.</summary>
/// <param name="Stage">The stage of the template: <c>dev</c>, <c>prod</c>, or <c>local</c> on a laptop.</param>
/// <param name="Version">Of the program.</param>
/// <param name="StartedAt">When this process began to serve.</param>
public sealed record Deployment(string Stage, string Version, DateTimeOffset StartedAt)
{
    private int _requests;

    internal static Deployment Of(string stage)
    {
        var version = typeof(Deployment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        return new Deployment(stage, version!.InformationalVersion, TimeProvider.System.GetUtcNow());
    }

    /// <summary>True for the first request of this process only: the one that paid for the start.</summary>
    internal bool IsColdStart() => Interlocked.Increment(ref _requests) == 1;
}
