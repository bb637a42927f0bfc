using System.Text.Json.Nodes;
using Lambda.Local.Console;
using Photos.Embedded;
using Photos.Library;

namespace Photos.Local;

/// <summary>What the console shows of an account: its rows in the database, and its pictures.</summary>
internal sealed class LocalRecords(OwnerRecords records) : IAccountRecords
{
    /// <inheritdoc/>
    public string FilePrefix(string account) =>
        OwnerId.TryParse(account, out var owner) ? ImageKey.Prefix(owner) : "";

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListKindsAsync(CancellationToken ct) => records.ListTablesAsync(ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JsonObject>> ListAsync(
        string account, string kind, int skip, int limit, CancellationToken ct) =>
        records.ListAsync(account, kind, skip, limit, ct);
}
