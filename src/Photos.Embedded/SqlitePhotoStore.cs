using Microsoft.Data.Sqlite;
using Photos.Library;

namespace Photos.Embedded;

/// <summary>Photos as rows of one table, and the tags of those that are ready as rows of another.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqlitePhotoStore(Database database) : IPhotoStore
{
    private readonly PhotoQueries _queries = new(database);

    /// <inheritdoc/>
    public Task<Photo?> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct) =>
        _queries.FindAsync(owner, "and id = $id", [("$id", id.ToString())], ct);

    /// <inheritdoc/>
    public Task<IReadOnlySet<PhotoId>> KnownAsync(
        OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct) => _queries.KnownAsync(owner, ids, ct);

    /// <inheritdoc/>
    public Task<Photo?> FindByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct) => _queries.FindAsync(
        owner,
        // A library of an earlier version may have several.
        """
        and sha256 = $sha256 and state <> 'purging'
        order by case state when 'ready' then 0 when 'trashed' then 1 when 'claimed' then 2 else 3 end
        limit 1
        """,
        [("$sha256", sha256.Hex)],
        ct);

    /// <inheritdoc/>
    public Task<Photo?> FindAnnouncedAsync(OwnerId owner, FileName name, CancellationToken ct) => _queries.FindAsync(
        owner, "and name = $name order by announced_at desc, id desc limit 1", [("$name", name.Text)], ct);

    /// <inheritdoc/>
    public Task<StoredAmount> CountComingAsync(OwnerId owner, CancellationToken ct) =>
        _queries.CountComingAsync(owner, ct);

    /// <inheritdoc/>
    public Task<PhotoPage> ListAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct) =>
        _queries.ListAsync(owner, filter, after, limit, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PhotoName>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        _queries.ListDueAsync(now, limit, ct);

    /// <inheritdoc/>
    public Task<bool> AddAsync(Photo photo, CancellationToken ct) => WriteAsync(
        $"""
        insert into photos ({PhotoRow.Columns}, announced_at)
        select {PhotoRow.Parameters}, $added_at
         where not exists (
               select 1 from photos where owner = $owner and sha256 = $sha256 and state <> 'purging')
            on conflict do nothing
        """,
        photo,
        ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(Photo before, Photo after, CancellationToken ct) =>
        before.Version + 1 != after.Version
            ? Task.FromResult(false)
            : WriteAsync(
                $"""
                update photos
                   set ({PhotoRow.Columns}) = ({PhotoRow.Parameters}),
                       announced_at = iif($state = 'pending', $added_at, announced_at)
                 where owner = $owner and id = $id and version = $version - 1
                """,
                after,
                ct);

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(Photo photo, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var command = connection.Command(
            "delete from photos where owner = $owner and id = $id and version = $version",
            [.. Key(photo), ("$version", photo.Version)]);
        var isRemoved = await command.ExecuteNonQueryAsync(ct) == 1;
        if (isRemoved)
            await TagAsync(connection, photo with { Tags = PhotoTags.None }, ct);

        await transaction.CommitAsync(ct);
        return isRemoved || await FindAsync(photo.Owner, photo.Id, ct) is null;
    }

    private async Task<bool> WriteAsync(string sql, Photo photo, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var command = connection.Command(sql, PhotoRow.Of(photo));
        if (await command.ExecuteNonQueryAsync(ct) == 0)
            return await FindAsync(photo.Owner, photo.Id, ct) == photo;

        await TagAsync(connection, photo, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task TagAsync(SqliteConnection connection, Photo photo, CancellationToken ct)
    {
        await using var clear = connection.Command(
            "delete from photo_tags where owner = $owner and id = $id", Key(photo));
        await clear.ExecuteNonQueryAsync(ct);
        if (photo.State != PhotoState.Ready)
            return;

        foreach (var tag in photo.Tags)
        {
            await using var add = connection.Command(
                "insert into photo_tags (owner, tag, taken_local, id) values ($owner, $tag, $taken_local, $id)",
                [.. Key(photo), ("$tag", tag.Text), ("$taken_local", Words.Of(photo.TakenAt.Local))]);
            await add.ExecuteNonQueryAsync(ct);
        }
    }

    private static (string Name, object? Value)[] Key(Photo photo) =>
        [("$owner", photo.Owner.Subject), ("$id", photo.Id.ToString())];
}
