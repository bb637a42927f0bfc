namespace Lambda.Local.SignIn;

/// <summary>An access token for the command line.</summary>
/// <param name="Token">Goes behind <c>Authorization: Bearer</c>.</param>
/// <param name="NewPassword">The random password of an account made on this occasion; null when it existed.</param>
public sealed record IssuedToken(string Token, string? NewPassword);
