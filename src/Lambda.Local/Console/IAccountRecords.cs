using System.Text.Json.Nodes;

namespace Lambda.Local.Console;

/// <summary>
/// What an application keeps for one account, for the console to show, which knows of accounts alone.
/// </summary>
public interface IAccountRecords
{
    /// <summary>What the keys of the account's objects begin with; empty where it has none of its own.</summary>
    string FilePrefix(string account);

    /// <summary>The kinds of records there are, in the order of their names; the account may have none.</summary>
    Task<IReadOnlyList<string>> ListKindsAsync(CancellationToken ct);

    /// <summary>Some of the account's records of one kind, in an order that does not change by itself.</summary>
    /// <param name="skip">So many records come before; none are left out behind the last.</param>
    /// <param name="limit">1 to 100; the list is shorter only when it ends.</param>
    /// <returns>Empty also for a kind that does not exist.</returns>
    Task<IReadOnlyList<JsonObject>> ListAsync(string account, string kind, int skip, int limit, CancellationToken ct);
}
