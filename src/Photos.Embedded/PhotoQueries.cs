using Photos.Library;

namespace Photos.Embedded;

/// <summary>
/// Looks photos up; each list follows the order of one index, so a page costs the same everywhere in it.
/// </summary>
/// <param name="database">The file they are in.</param>
internal sealed class PhotoQueries(Database database)
{
    public async Task<Photo?> FindAsync(
        OwnerId owner, string condition, (string Name, object? Value)[] parameters, CancellationToken ct)
    {
        var found = await QueryAsync(
            owner,
            $"select {PhotoRow.Columns} from photos where owner = $owner {condition}",
            [("$owner", owner.Subject), .. parameters],
            ct);

        return found.SingleOrDefault();
    }

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

    public async Task<StoredAmount> CountComingAsync(OwnerId owner, CancellationToken ct)
    {
        var sums = await database.QueryAsync(
            """
            select count(*), coalesce(sum(bytes), 0)
              from (select bytes from photos where owner = $owner and state in ('pending', 'claimed')
                     union all
                    select bytes from photos where owner = $owner and owed is not null and owed glob 'added.*')
            """,
            [("$owner", owner.Subject)],
            row => new StoredAmount(row.GetInt64(0), row.GetInt64(1)),
            ct);

        return sums.Single();
    }

    /// <summary>The statement of one page, from the first photo or behind another.</summary>
    /// <remarks>
    /// What a page goes on behind is never later than the end of the filter, which need not be asked for then: SQLite
    /// has to begin at the page, and not at that end.
    /// </remarks>
    internal static string ListSql(PhotoFilter filter, bool goesOn)
    {
        var list = PhotoList.Of(filter);
        var (place, id) = (list.Place, list.Id);
        return $"""
            select {PhotoRow.ColumnsOfP} from {list.Table}
             where {list.Condition}
               {(goesOn ? $"and ({place}, {id}) < ($place, $id)" : "")}
               {(filter.From is null ? "" : $"and {place} >= $from")}
               {(filter.Until is null || goesOn ? "" : $"and {place} <= $until")}
             order by {place} desc, {id} desc
             limit $limit
            """;
    }

    /// <summary>The statement that the sweep begins with.</summary>
    internal const string DueSql =
        "select owner, id from photos where due is not null and due <= $now order by due limit $limit";

    public async Task<PhotoPage> ListAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct)
    {
        var list = PhotoList.Of(filter);
        var found = await QueryAsync(
            owner,
            ListSql(filter, goesOn: after is not null),
            [
                ("$owner", owner.Subject),
                ("$tag", filter.Tag?.Text),
                ("$place", after is null ? null : list.Write(after.Local)),
                ("$id", after?.Id.ToString()),
                ("$from", filter.From is { } from ? Words.Of(from) : null),
                ("$until", filter.Until is { } until ? Words.Of(until) : null),
                ("$limit", limit + 1),
            ],
            ct);

        return PhotoPage.Of(found, limit);
    }

    public async Task<IReadOnlyList<PhotoName>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        var names = await database.QueryAsync(
            DueSql,
            [("$now", now.ToUnixTimeMilliseconds()), ("$limit", limit)],
            row => OwnerId.TryParse(row.GetString(0), out var owner) && PhotoId.TryParse(row.GetString(1), out var id)
                ? new PhotoName(owner, id)
                : (PhotoName?)null,
            ct);

        return [.. names.OfType<PhotoName>()];
    }

    private Task<List<Photo>> QueryAsync(
        OwnerId owner, string sql, (string Name, object? Value)[] parameters, CancellationToken ct) =>
        database.QueryAsync(sql, parameters, row => PhotoRow.ToPhoto(owner, row), ct);
}

/// <summary>Where a list's photos are, and in which order. The columns are those of one index.</summary>
/// <param name="Table">The tables, the photos' being <c>p</c>.</param>
/// <param name="Condition">What makes a photo one of the list.</param>
/// <param name="Place">What the list is sorted by.</param>
/// <param name="Id">And then.</param>
internal sealed record PhotoList(string Table, string Condition, string Place, string Id)
{
    private static readonly PhotoList Library =
        new("photos p", "p.owner = $owner and p.state = 'ready'", "p.taken_local", "p.id");

    private static readonly PhotoList Trash =
        new("photos p", "p.owner = $owner and p.state = 'trashed'", "p.trashed_at", "p.id");

    // Named, because to SQLite an index of more columns looks better, in which most photos are no favourites.
    private static readonly PhotoList Favourites = Library with
    {
        Table = "photos p indexed by photos_favourite",
        Condition = "p.owner = $owner and p.favourite = 1 and p.state = 'ready'",
    };

    private static readonly PhotoList Tagged = new(
        "photo_tags t join photos p on p.owner = t.owner and p.id = t.id",
        "t.owner = $owner and t.tag = $tag",
        "t.taken_local",
        "t.id");

    public static PhotoList Of(PhotoFilter filter) => filter switch
    {
        { State: PhotoState.Trashed } => Trash,
        { Tag: not null } => Tagged,
        { Favourite: true } => Favourites,
        _ => Library,
    };

    /// <summary>A place as its column has it: an instant in the trash, wall time elsewhere.</summary>
    public object Write(DateTime place) => this == Trash
        ? new DateTimeOffset(place, TimeSpan.Zero).ToUnixTimeMilliseconds()
        : Words.Of(place);
}
