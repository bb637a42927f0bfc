using Lambda.Local.HttpApi.Description;

namespace Lambda.Local.HttpApi;

/// <summary>Lets through as many requests of one route as the template grants it.</summary>
/// <remarks>
/// A bucket of tokens: <see cref="ThrottleRules.Burst"/> at first, and
/// <see cref="ThrottleRules.PerSecond"/> more each second. In the cloud these are targets; here they are kept.
/// </remarks>
internal sealed class Throttle(ThrottleRules rules, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private double _tokens = rules.Burst;
    private DateTimeOffset _at = clock.GetUtcNow();

    public bool TryPass()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _tokens = Math.Min(rules.Burst, _tokens + ((now - _at).TotalSeconds * rules.PerSecond));
            _at = now;
            if (_tokens < 1)
                return false;

            _tokens--;
            return true;
        }
    }
}
