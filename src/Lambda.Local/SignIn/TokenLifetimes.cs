namespace Lambda.Local.SignIn;

/// <summary>How long what the sign-in issues is good.</summary>
/// <param name="Access">What opens the API.</param>
/// <param name="Id">What tells the client who signed in.</param>
/// <param name="Refresh">From signing in until one has to sign in again, however often tokens are renewed.</param>
/// <param name="RetryGrace">How long a refresh token that was used may be used again.</param>
public sealed record TokenLifetimes(TimeSpan Access, TimeSpan Id, TimeSpan Refresh, TimeSpan RetryGrace)
{
    /// <summary>Where the template says nothing.</summary>
    public static TokenLifetimes Usual { get; } = new(
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), TimeSpan.FromDays(30), TimeSpan.FromSeconds(30));
}
