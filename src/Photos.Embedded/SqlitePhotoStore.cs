using Photos.Library;

namespace Photos.Embedded;

/// <summary>Photos as rows of one table.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqlitePhotoStore(Database database) : IPhotoStore
{
    /// <inheritdoc/>
    public async Task<Photo?> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct)
    {
        var found = await QueryAsync(
            owner, "where owner = $owner and id = $id", [("$owner", owner.Subject), ("$id", id.ToString())], ct);

        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<PhotoId>> KnownAsync(
        OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct)
    {
        var known = await database.QueryAsync(
            """
            select id from photos
             where owner = $owner and state in ('ready', 'trashed') and id in (select value from json_each($ids))
            """,
            [("$owner", owner.Subject), ("$ids", $"[{string.Join(',', ids.Select(id => $"\"{id}\""))}]")],
            row => PhotoId.TryParse(row.GetString(0), out var id) ? id : null,
            ct);

        return known.OfType<PhotoId>().ToHashSet();
    }

    /// <inheritdoc/>
    public async Task<Photo?> FindByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct)
    {
        var found = await QueryAsync(
            owner,
            """
             where owner = $owner and sha256 = $sha256
             order by case state when 'ready' then 0 when 'trashed' then 1 else 2 end
             limit 1
            """,
            [("$owner", owner.Subject), ("$sha256", sha256.Hex)],
            ct);

        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<Photo?> FindPendingAsync(OwnerId owner, FileName name, CancellationToken ct)
    {
        var found = await QueryAsync(
            owner,
            """
             where owner = $owner and state = 'pending' and name = $name
             order by added_at desc, id desc
             limit 1
            """,
            [("$owner", owner.Subject), ("$name", name.Text)],
            ct);

        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<StoredAmount> CountPendingAsync(OwnerId owner, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var query = connection.Command(
            """
            select count(*), coalesce(sum(bytes), 0) from photos
             where owner = $owner and state in ('pending', 'claimed')
            """,
            ("$owner", owner.Subject));
        await using var rows = await query.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        return new StoredAmount(rows.GetInt64(0), rows.GetInt64(1));
    }

    /// <inheritdoc/>
    public async Task<PhotoPage> ListAsync(OwnerId owner, PhotoCursor? after, int limit, CancellationToken ct)
    {
        var behind = after is null ? "" : "and (taken_local, id) < ($taken_local, $id)";
        var found = await QueryAsync(
            owner,
            $"""
             where owner = $owner and state = 'ready' {behind}
             order by taken_local desc, id desc
             limit $limit
            """,
            [
                ("$owner", owner.Subject),
                ("$taken_local", after is null ? null : Words.Of(after.Local)),
                ("$id", after?.Id.ToString()),
                ("$limit", limit + 1),
            ],
            ct);

        return PhotoPage.Of(found, limit);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(Photo photo, CancellationToken ct) => ExecuteAsync(
        $"insert into photos ({PhotoRow.Columns}) values ({PhotoRow.Parameters}) on conflict do nothing",
        PhotoRow.Of(photo),
        ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(Photo changed, CancellationToken ct) => ExecuteAsync(
        $"""
        update photos
           set ({PhotoRow.Columns}) = ({PhotoRow.Parameters})
         where owner = $owner and id = $id and version = $version - 1
        """,
        PhotoRow.Of(changed),
        ct);

    private async Task<List<Photo>> QueryAsync(
        OwnerId owner, string condition, (string Name, object? Value)[] parameters, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var query = connection.Command($"select {PhotoRow.Columns} from photos {condition}", parameters);

        var photos = new List<Photo>();
        await using var rows = await query.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            photos.Add(PhotoRow.ToPhoto(owner, rows));

        return photos;
    }

    private async Task<bool> ExecuteAsync(string sql, (string Name, object? Value)[] parameters, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
