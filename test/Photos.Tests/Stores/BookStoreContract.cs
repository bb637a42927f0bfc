using Photos.Aws;
using Photos.Books;
using Photos.Embedded;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="IBookStore"/> promises: each sentence of the port has its test here.</summary>
public abstract class BookStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A store that holds nothing and that no other test can see.</summary>
    protected abstract Task<IBookStore> EmptyStoreAsync();

    [Fact]
    public async Task A_book_comes_back_as_it_was_added()
    {
        var store = await EmptyStoreAsync();
        var book = A.Book(
            cover: A.Id('A'), pages: [A.Page('1', "Harbour \U0001F6A2, seen from “above”"), A.Page('2'), A.Page('1')]);

        Assert.True(await store.AddAsync(book, Ct));

        Assert.Equal(book, await store.FindAsync(book.Owner, book.Id, Ct));
        Assert.Null(await store.FindAsync(A.Stranger, book.Id, Ct));
    }

    [Fact]
    public async Task A_book_without_anything_but_a_title_comes_back_too()
    {
        var store = await EmptyStoreAsync();
        var book = A.Book();

        await store.AddAsync(book, Ct);

        Assert.Equal(book, await store.FindAsync(book.Owner, book.Id, Ct));
    }

    [Fact]
    public async Task The_largest_book_fits()
    {
        var store = await EmptyStoreAsync();
        var pages = Enumerable.Range(0, BookContent.MaxPages).Select(_ => A.Page('1', new string('ü', 300))).ToArray();
        var book = A.Book(pages: pages);

        await store.AddAsync(book, Ct);

        Assert.Equal(book, await store.FindAsync(book.Owner, book.Id, Ct));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        var store = await EmptyStoreAsync();
        var book = A.Book();
        await store.AddAsync(book, Ct);

        Assert.False(await store.AddAsync(A.Book(id: book.Id, title: "other"), Ct));
        Assert.True(await store.AddAsync(book with { Owner = A.Stranger }, Ct));

        Assert.Equal(book, await store.FindAsync(book.Owner, book.Id, Ct));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task The_next_version_and_no_other_replaces_the_one_before(int version, bool replaced)
    {
        var store = await EmptyStoreAsync();
        var book = A.Book() with { Version = 2 };
        await store.AddAsync(book, Ct);
        var changed = A.Book(id: book.Id, title: "changed", pages: [A.Page('1')]) with { Version = version };

        Assert.Equal(replaced, await store.ReplaceAsync(changed, Ct));

        Assert.Equal(replaced ? changed : book, await store.FindAsync(book.Owner, book.Id, Ct));
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_nothing_brings_it_back()
    {
        var store = await EmptyStoreAsync();
        var book = A.Book();
        await store.AddAsync(book, Ct);

        Assert.False(await store.RemoveAsync(book with { Version = 2 }, A.Noon, Ct));
        Assert.True(await store.RemoveAsync(book, A.Noon, Ct));

        Assert.False(await store.RemoveAsync(book, A.Noon, Ct));
        Assert.False(await store.AddAsync(book, Ct));
        Assert.False(await store.ReplaceAsync(book with { Version = 2 }, Ct));
        Assert.Null(await store.FindAsync(book.Owner, book.Id, Ct));
        Assert.Empty((await store.ListAsync(book.Owner, null, 10, Ct)).Books);
    }

    [Fact]
    public async Task A_list_shows_every_cover_once_and_newest_first()
    {
        var store = await EmptyStoreAsync();
        var books = "123456789".Select(last => A.Book(id: A.Entry(last), cover: A.Id(last), pages: [A.Page('1')])).ToArray();
        foreach (var book in books)
            await store.AddAsync(book, Ct);
        await store.AddAsync(A.Book() with { Owner = A.Stranger }, Ct);

        var seen = new List<BookCover>();
        EntryId? next = null;
        do
        {
            var list = await store.ListAsync(A.Owner, next, 4, Ct);
            seen.AddRange(list.Books);
            next = list.Next;

            // A position outlives what was there.
            if (next is not null)
                await store.RemoveAsync(books.Single(book => book.Id == next), A.Noon, Ct);
        }
        while (next is not null && seen.Count < 20);

        Assert.Equal(
            books.Reverse().Select(book => new BookCover(
                book.Id, book.Content.Title, book.Content.Cover, 1, book.CreatedAt, book.ChangedAt)),
            seen);
    }
}

public sealed class DynamoBookStoreTests(Dynalite dynalite) : BookStoreContract
{
    protected override async Task<IBookStore> EmptyStoreAsync() =>
        new DynamoBookStore(dynalite.Client, await dynalite.NewTableAsync(TestContext.Current.CancellationToken));
}

public sealed class SqliteBookStoreTests(ScratchDatabase scratch) : BookStoreContract, IClassFixture<ScratchDatabase>
{
    protected override async Task<IBookStore> EmptyStoreAsync() =>
        new SqliteBookStore(await scratch.NewAsync(TestContext.Current.CancellationToken));
}
