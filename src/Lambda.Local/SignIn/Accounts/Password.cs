using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Lambda.Local.SignIn.Accounts;

/// <summary>Passwords: 8 to 256 characters of any kind, kept only as slow, salted hashes.</summary>
internal sealed class Password
{
    public const int MinLength = 8;
    public const int MaxLength = 256;

    /// <summary>For people.</summary>
    public static readonly string Rule = $"A password has {MinLength} to {MaxLength} characters.";

    private static readonly object NobodyInParticular = new();

    private readonly PasswordHasher<object> _hasher = new();

    private readonly Lazy<string> _decoy;

    public Password() => _decoy = new(() => Hash(Random()));

    public static bool IsAcceptable(string password) => password.Length is >= MinLength and <= MaxLength;

    public static string Random() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);

    public string Hash(string password) => _hasher.HashPassword(NobodyInParticular, password);

    /// <summary>Takes as long for an account that does not exist (null), so that time does not tell who does.</summary>
    public bool Matches(string? hash, string password)
    {
        // Made for the first comer whoever it is, or the first unknown name would stand out by taking twice as long.
        var decoy = _decoy.Value;
        var result = _hasher.VerifyHashedPassword(NobodyInParticular, hash ?? decoy, password);
        return hash is not null && result is not PasswordVerificationResult.Failed;
    }
}
