using Lambda.Local.SignIn.Pages;
using Lambda.Local.SignIn.Tokens;

namespace Lambda.Local.SignIn.Accounts;

/// <summary>Decides who is let in by what they typed: with an account, with a new one, with a new password.</summary>
/// <remarks>Every answer is either an account or what is wrong.</remarks>
internal sealed class Doorkeeper(
    AccountBook accounts, Attempts attempts, AuthorizationCodes codes, RefreshTokens refreshTokens)
{
    private const string WrongPair = "The name or the password is not right.";

    /// <summary>Whoever comes first has no account to sign in with.</summary>
    public bool KnowsNobody => accounts.IsEmpty;

    public (Account?, FormError?) Check(string name, string password)
    {
        // A name that cannot exist costs a try and a hash like any other, and shares one counter with its kind.
        if (!AccountName.TryParse(name, out var known))
            known = "";
        if (attempts.WaitFor(known) is { } wait)
            return (null, FormError.TooManyTries(wait));
        if (password.Length > Password.MaxLength || accounts.Check(known, password) is not { } account)
            return (null, new FormError(WrongPair, "password"));

        attempts.Succeeded(known);
        return (account, null);
    }

    public (Account?, FormError?) Create(string name, string password)
    {
        if (!AccountName.TryParse(name, out var wanted))
            return (null, new FormError($"A name has 1 to {AccountName.MaxLength} visible characters.", "name"));
        if (!Password.IsAcceptable(password))
            return (null, new FormError(Password.Rule, "password"));
        if (attempts.WaitFor(null) is { } wait)
            return (null, FormError.TooManyTries(wait));

        return accounts.Add(wanted, password) is { } account
            ? (account, null)
            : (null, new FormError("This name is taken. Choose another, or sign in.", "name"));
    }

    /// <summary>Changes a password and ends whatever was begun with the old one.</summary>
    /// <remarks>An access token that is out already opens the API until it expires: nobody is asked about it.</remarks>
    public (Account?, FormError?) ChangePassword(string name, string password, string newPassword)
    {
        if (!Password.IsAcceptable(newPassword))
            return (null, new FormError(Password.Rule, "new-password"));
        if (newPassword == password)
            return (null, new FormError("The new password is the old one. Choose another.", "new-password"));

        var (account, error) = Check(name, password);
        if (account is null)
            return (null, error);
        if (!accounts.ChangePassword(account, newPassword))
            return (null, new FormError(WrongPair, "password"));

        codes.RevokeAll(account.Id);
        refreshTokens.RevokeAll(account.Id);
        return (account, null);
    }
}
