using Microsoft.Data.Sqlite;

namespace Photos.Embedded;

/// <summary>Compares rows with what a store would write in their place.</summary>
internal static class Rows
{
    /// <summary>Says of each column that differs what it holds and what it should.</summary>
    /// <param name="row">Has a column for each value, by its name; more do not matter.</param>
    /// <param name="values">As parameters: the column's name behind a dollar.</param>
    public static IEnumerable<string> Differences(SqliteDataReader row, (string Name, object? Value)[] values) =>
        from value in values
        let column = value.Name[1..]
        let stored = row[column]
        where !IsSame(stored, value.Value)
        select $"its column {column} is '{stored}' instead of '{value.Value}'";

    private static bool IsSame(object stored, object? value) => value switch
    {
        null => stored is DBNull,
        bool truth => stored is long number && number == (truth ? 1 : 0),
        int whole => stored is long number && number == whole,
        _ => value.Equals(stored),
    };
}
