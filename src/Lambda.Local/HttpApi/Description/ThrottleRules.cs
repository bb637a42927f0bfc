using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>How many requests a route takes.</summary>
/// <param name="Burst">At once.</param>
/// <param name="PerSecond">In the long run.</param>
internal sealed record ThrottleRules(int Burst, int PerSecond)
{
    /// <summary>Each limit from the first that sets it; null where none does.</summary>
    public static ThrottleRules? Read(params TemplateValue[] settings)
    {
        var burst = Number("ThrottlingBurstLimit");
        var rate = Number("ThrottlingRateLimit");
        return burst is null && rate is null
            ? null
            : new ThrottleRules(burst ?? int.MaxValue, rate ?? int.MaxValue);

        int? Number(string name)
        {
            var first = settings.FirstOrDefault(setting => setting[name].Exists);
            return first?[name].NumberOr(0);
        }
    }
}
