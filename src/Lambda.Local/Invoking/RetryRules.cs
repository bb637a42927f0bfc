using Lambda.Template.Values;

namespace Lambda.Local.Invoking;

/// <summary>
/// How often and how long an event that nobody waits for is tried: a function's <c>EventInvokeConfig</c>.
/// </summary>
/// <param name="Retries">Attempts after the first.</param>
/// <param name="MaxAge">After this there is no further attempt.</param>
internal sealed record RetryRules(int Retries, TimeSpan MaxAge)
{
    private const int MaxRetries = 2;
    private const int MinSeconds = 60;
    private const int MaxSeconds = 6 * 60 * 60;

    /// <summary>What Lambda does where the template is silent.</summary>
    public static readonly RetryRules Default = new(MaxRetries, TimeSpan.FromSeconds(MaxSeconds));

    /// <param name="own">The function's <c>EventInvokeConfig</c>, which wins.</param>
    /// <param name="globals">That of all functions.</param>
    public static RetryRules Read(TemplateValue own, TemplateValue globals)
    {
        return new RetryRules(
            Number("MaximumRetryAttempts", 0, MaxRetries),
            TimeSpan.FromSeconds(Number("MaximumEventAgeInSeconds", MinSeconds, MaxSeconds)));

        int Number(string name, int least, int most)
        {
            var value = own[name].Exists ? own[name] : globals[name];
            var number = value.NumberOr(most);
            return number >= least && number <= most
                ? number
                : throw new TemplateException($"{value.Where} is {number}; Lambda takes {least} to {most}.");
        }
    }
}
