using Photos.Aws;
using Photos.Embedded;
using Photos.Todos;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="ITodoStore"/> promises: each sentence of the port has its test here.</summary>
public abstract class TodoStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A store that holds nothing and that no other test can see.</summary>
    protected abstract Task<ITodoStore> EmptyStoreAsync();

    [Fact]
    public async Task A_to_do_comes_back_as_it_was_added()
    {
        var store = await EmptyStoreAsync();
        var (full, least) = (A.Todo(due: "2026-12-24", done: true, photo: A.Id('1')), A.Todo());

        Assert.True(await store.AddAsync(full, Ct));
        Assert.True(await store.AddAsync(least, Ct));

        Assert.Equal(full, await store.FindAsync(full.Owner, full.Id, Ct));
        Assert.Equal(least, await store.FindAsync(least.Owner, least.Id, Ct));
        Assert.Null(await store.FindAsync(A.Stranger, full.Id, Ct));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        var store = await EmptyStoreAsync();
        var todo = A.Todo();
        await store.AddAsync(todo, Ct);

        Assert.False(await store.AddAsync(A.Todo(id: todo.Id, done: true), Ct));
        Assert.True(await store.AddAsync(todo with { Owner = A.Stranger }, Ct));

        Assert.Equal(todo, await store.FindAsync(todo.Owner, todo.Id, Ct));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task The_next_version_and_no_other_replaces_the_one_before(int version, bool replaced)
    {
        var store = await EmptyStoreAsync();
        var todo = A.Todo(due: "2026-12-24") with { Version = 2 };
        await store.AddAsync(todo, Ct);
        var changed = A.Todo(id: todo.Id, done: true, photo: A.Id('1')) with { Version = version };

        Assert.Equal(replaced, await store.ReplaceAsync(changed, Ct));

        Assert.Equal(replaced ? changed : todo, await store.FindAsync(todo.Owner, todo.Id, Ct));
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_nothing_brings_it_back()
    {
        var store = await EmptyStoreAsync();
        var todo = A.Todo(due: "2026-12-24");
        await store.AddAsync(todo, Ct);

        Assert.False(await store.RemoveAsync(todo with { Version = 2 }, A.Noon, Ct));
        Assert.True(await store.RemoveAsync(todo, A.Noon, Ct));

        Assert.False(await store.RemoveAsync(todo, A.Noon, Ct));
        Assert.False(await store.AddAsync(todo, Ct));
        Assert.False(await store.ReplaceAsync(todo with { Version = 2 }, Ct));
        Assert.Null(await store.FindAsync(todo.Owner, todo.Id, Ct));
        Assert.Empty((await store.ListAsync(todo.Owner, null, null, 10, Ct)).Todos);
        Assert.Empty((await store.ListAsync(todo.Owner, false, null, 10, Ct)).Todos);
    }

    [Theory]
    [InlineData(null, "3 1 4 2 5 6")]
    [InlineData(false, "3 4 5")]
    [InlineData(true, "1 2 6")]
    public async Task A_list_is_in_order_of_the_day_due_then_of_making_and_some_day_comes_last(bool? done, string order)
    {
        var store = await EmptyStoreAsync();
        foreach (var todo in new[]
        {
            A.Todo(id: A.Entry('1'), due: "2026-12-24", done: true),
            A.Todo(id: A.Entry('2'), due: "2027-01-01", done: true),
            A.Todo(id: A.Entry('3'), due: "2026-01-01"),
            A.Todo(id: A.Entry('4'), due: "2026-12-24"),
            A.Todo(id: A.Entry('5')),
            A.Todo(id: A.Entry('6'), done: true),
            A.Todo(id: A.Entry('7')) with { Owner = A.Stranger },
        })
            await store.AddAsync(todo, Ct);

        var seen = new List<string>();
        TodoCursor? next = null;
        do
        {
            var list = await store.ListAsync(A.Owner, done, next, 2, Ct);
            seen.AddRange(list.Todos.Select(todo => todo.Id.ToString()[^1..]));
            next = list.Next is null ? null : TodoCursor.Parse(list.Next.ToString());

            // A position outlives what was there.
            if (next is not null && await store.FindAsync(A.Owner, next.Id, Ct) is { } last)
                await store.RemoveAsync(last, A.Noon, Ct);
        }
        while (next is not null && seen.Count < 20);

        Assert.Equal(order, string.Join(' ', seen));
    }

    [Fact]
    public async Task A_to_do_that_is_done_leaves_the_open_ones()
    {
        var store = await EmptyStoreAsync();
        var todo = A.Todo(due: "2026-12-24");
        await store.AddAsync(todo, Ct);
        var done = todo with { Version = 2, Content = todo.Content with { Done = true } };

        await store.ReplaceAsync(done, Ct);

        Assert.Empty((await store.ListAsync(A.Owner, false, null, 10, Ct)).Todos);
        Assert.Equal([done], (await store.ListAsync(A.Owner, true, null, 10, Ct)).Todos);
        Assert.Equal([done], (await store.ListAsync(A.Owner, null, null, 10, Ct)).Todos);
    }
}

public sealed class DynamoTodoStoreTests(Dynalite dynalite) : TodoStoreContract
{
    protected override async Task<ITodoStore> EmptyStoreAsync() =>
        new DynamoTodoStore(dynalite.Client, await dynalite.NewTableAsync(TestContext.Current.CancellationToken));
}

public sealed class SqliteTodoStoreTests(ScratchDatabase scratch) : TodoStoreContract, IClassFixture<ScratchDatabase>
{
    protected override async Task<ITodoStore> EmptyStoreAsync() =>
        new SqliteTodoStore(await scratch.NewAsync(TestContext.Current.CancellationToken));
}
