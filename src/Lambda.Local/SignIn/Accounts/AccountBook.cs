using Lambda.Local.Disk;

namespace Lambda.Local.SignIn.Accounts;

/// <summary>Who has an account. Read anew each time, because another process may add one at any moment.</summary>
internal sealed class AccountBook
{
    private readonly SharedFile<Account[]> _file;
    private readonly TimeProvider _clock;
    private readonly Password _password = new();

    public AccountBook(string folder, TimeProvider clock)
    {
        _file = new(Path.Combine(folder, "accounts.json"), []);
        _clock = clock;

        // A damaged file is to stop the start, not the first visitor.
        _file.Read();
    }

    public IReadOnlyList<Account> All => _file.Read();

    public bool IsEmpty => _file.Read().Length == 0;

    public Account? Find(Guid id) => _file.Read().FirstOrDefault(account => account.Id == id);

    /// <returns>Null when someone has that name already.</returns>
    public Account? Add(string name, string password)
    {
        var account = new Account(
            Guid.CreateVersion7(_clock.GetUtcNow()), name, _password.Hash(password), _clock.GetUtcNow());
        return _file.Change<Account?>(accounts =>
            Named(accounts, name) is null ? ([.. accounts, account], account) : (accounts, null));
    }

    /// <returns>Null for a wrong password and for an unknown name alike, after the same work.</returns>
    public Account? Check(string name, string password)
    {
        var account = Named(_file.Read(), name);
        return _password.Matches(account?.PasswordHash, password) ? account : null;
    }

    /// <returns>False when somebody else has changed it since <paramref name="checkedAs"/> was read.</returns>
    public bool ChangePassword(Account checkedAs, string password)
    {
        var changed = checkedAs with { PasswordHash = _password.Hash(password) };
        return _file.Change(accounts => accounts.Contains(checkedAs)
            ? ([.. accounts.Select(account => account == checkedAs ? changed : account)], true)
            : (accounts, false));
    }

    /// <returns>The account of that name, with a new random password when it had to be made.</returns>
    public (Account Account, string? NewPassword) FindOrAdd(string name)
    {
        if (Named(_file.Read(), name) is { } known)
            return (known, null);

        var password = Password.Random();
        return Add(name, password) is { } added ? (added, password) : FindOrAdd(name);
    }

    private static Account? Named(Account[] accounts, string name) =>
        accounts.FirstOrDefault(account => AccountName.Comparer.Equals(account.Name, name));
}
