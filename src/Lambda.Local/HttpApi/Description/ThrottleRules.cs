using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>How many requests a route takes.</summary>
/// <param name="Burst">At once.</param>
/// <param name="PerSecond">In the long run.</param>
internal sealed record ThrottleRules(int Burst, int PerSecond)
{
    /// <summary>The route's own, or the stage's; null where the template sets none.</summary>
    public static ThrottleRules? Read(TemplateValue ofRoute, TemplateValue ofStage)
    {
        var burst = Number("ThrottlingBurstLimit");
        var rate = Number("ThrottlingRateLimit");
        return burst is null && rate is null
            ? null
            : new ThrottleRules(burst ?? int.MaxValue, rate ?? int.MaxValue);

        int? Number(string name)
        {
            var value = ofRoute[name].Exists ? ofRoute[name] : ofStage[name];
            return value.Exists ? value.NumberOr(0) : null;
        }
    }
}
