namespace Photos.Functions.Views;

/// <summary>The answer of <c>GET /hello</c>.</summary>
/// <param name="Greeting">A sentence.</param>
/// <param name="Stage" example="dev"><c>dev</c>, <c>prod</c> or <c>local</c>.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Start" enum="cold warm"><c>cold</c> for the first request of a process, <c>warm</c> behind it.</param>
/// <param name="StartedAt">When the process started, in UTC.</param>
public sealed record HelloView(string Greeting, string Stage, string Version, string Start, DateTime StartedAt);
