namespace Lambda.Local.SignIn.Pages;

/// <summary>Why a form came back.</summary>
/// <param name="Field">The field to look at; empty when it is none of them.</param>
/// <param name="Wait">How long no try counts; null when the next may be at once.</param>
internal sealed record FormError(string Message, string Field, TimeSpan? Wait = null)
{
    public static FormError TooManyTries(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        var time = minutes == 1 ? "a minute" : $"{minutes} minutes";
        return new FormError($"Too many tries. Wait {time}, then try again.", "", wait);
    }
}
