namespace Lambda.Local.SignIn;

/// <summary>An account as a list may show it.</summary>
/// <param name="IsLocked">Whether too many tries keep it from signing in for now.</param>
internal sealed record AccountSummary(Guid Id, string Name, DateTimeOffset Since, bool IsLocked);
