using Photos.Library;
using Photos.Users;

namespace Photos.Embedded;

/// <summary>Profiles as rows of one table.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqliteUserStore(Database database) : IUserStore
{
    /// <inheritdoc/>
    public async Task<UserProfile?> FindAsync(OwnerId owner, CancellationToken ct)
    {
        var found = await database.QueryAsync(
            "select version, name from users where owner = $owner",
            [("$owner", owner.Subject)],
            row => new UserProfile(owner, row.GetInt32(0), row.Text(1) is { } name ? Line.Stored(name) : null),
            ct);

        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(UserProfile changed, CancellationToken ct) => database.ExecuteAsync(
        changed.Version == 1
            ? "insert into users (owner, version, name) values ($owner, $version, $name) on conflict do nothing"
            : "update users set version = $version, name = $name where owner = $owner and version = $version - 1",
        [("$owner", changed.Owner.Subject), ("$version", changed.Version), ("$name", changed.Name?.Text)],
        ct);
}
