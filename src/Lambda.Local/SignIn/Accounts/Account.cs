namespace Lambda.Local.SignIn.Accounts;

/// <summary>A person who may sign in.</summary>
/// <param name="Id">The token's <c>sub</c>; never changes and is never used again.</param>
/// <param name="PasswordHash">Salted and stretched by ASP.NET Core Identity's hasher.</param>
internal sealed record Account(Guid Id, string Name, string PasswordHash, DateTimeOffset CreatedAt);
