using FsCheck;
using FsCheck.Fluent;

namespace Photos.Tests.Model;

/// <summary>What people do with books, made up at random.</summary>
internal static class BookSteps
{
    public static Gen<Step> Any(
        Gen<Person> people,
        Func<Person, Gen<PhotoRef>> photo,
        Gen<Match> matches,
        Gen<string?> keys,
        Gen<int> limits) =>
        from who in people
        from book in Entries.Of(who)
        from match in matches
        from pages in photo(who).ArrayOf(2)
        from count in Gen.Choose(0, 2)
        from cover in photo(who)
        from hasCover in Gen.Elements(true, false)
        from parts in Gen.Choose(1, 7)
        from title in Gen.Elements("B", "C")
        from key in keys
        from limit in limits
        from choice in Gen.Choose(0, 9)
        select choice switch
        {
            <= 2 => new AddBook(who, title, hasCover ? cover : null, pages[..count]) { Key = key },
            <= 5 => new ChangeBook(
                who, book, match, parts > 3 ? title : null, parts % 2 == 1, hasCover ? cover : null,
                parts is 2 or 3 or 6 or 7 ? pages[..count] : null),
            6 => new RemoveBook(who, book, match),
            7 => new ListBooks(who, limit),
            8 => (Step)new LookAtBook(who, book, HasSeen: true),
            _ => new LookAtBook(who, book, HasSeen: false),
        };
}

/// <summary>What people do with their to-dos, made up at random.</summary>
internal static class TodoSteps
{
    public static Gen<Step> Any(
        Gen<Person> people,
        Func<Person, Gen<PhotoRef>> photo,
        Gen<Match> matches,
        Gen<string?> keys,
        Gen<int> limits,
        Gen<string?> days) =>
        from who in people
        from todo in Entries.Of(who)
        from match in matches
        from meant in photo(who)
        from hasPhoto in Gen.Elements(true, false)
        from due in days
        from hasDue in Gen.Elements(true, false)
        from done in Gen.Elements<bool?>(null, null, true, false)
        from title in Gen.Elements("D", "E")
        from key in keys
        from limit in limits
        from choice in Gen.Choose(0, 9)
        select choice switch
        {
            <= 2 => new AddTodo(who, title, due, done, hasPhoto ? meant : null) { Key = key },
            3 => new ReplaceTodo(who, todo, match, title, due, done, hasPhoto ? meant : null),
            <= 6 => new PatchTodo(
                who, todo, match, done, hasDue, hasDue ? due : null, hasPhoto, hasPhoto && limit > 1 ? meant : null),
            7 => new RemoveTodo(who, todo, match),
            8 => (Step)new ListTodos(who, done, limit),
            _ => new LookAtTodo(who, todo),
        };
}

internal static class Entries
{
    public static Gen<EntryRef> Of(Person who) =>
        from isOthers in Gen.Choose(1, 6)
        from back in Gen.Elements(0, 0, 0, 1, 2)
        select new EntryRef(isOthers == 6 ? 1 - who : who, back);
}
