using System.Globalization;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>One page of a list: keys, and in one entry each what keys have in common up to a delimiter.</summary>
/// <param name="Entries">In key order, which is that of UTF-8 bytes.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record ListPage(IReadOnlyList<ListEntry> Entries, KeyPosition? Next)
{
    private const int MaxEntries = 1000;

    public static ListPage Of(ObjectFolder objects, string prefix, string? delimiter, KeyPosition after, int limit)
    {
        var entries = new List<ListEntry>();
        foreach (var key in objects.List(prefix, after))
        {
            var entry = EntryOf(key, prefix, delimiter);
            if (entries.Count > 0 && entries[^1] == entry)
                continue;
            if (entries.Count == limit)
                return new ListPage(entries, limit == 0 ? null : entries[^1].End);

            entries.Add(entry);
        }

        return new ListPage(entries, null);
    }

    /// <summary>What the key is listed as.</summary>
    public static ListEntry EntryOf(string key, string prefix, string? delimiter)
    {
        var at = string.IsNullOrEmpty(delimiter)
            ? -1
            : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? new ListEntry(key, false) : new ListEntry(key[..(at + delimiter!.Length)], true);
    }

    /// <summary>Reads <c>max-keys</c> and its like: none, and more than a thousand, is a thousand.</summary>
    public static S3Error? ReadLimit(QueryParameters query, string name, out int limit)
    {
        limit = MaxEntries;
        if (query[name] is not { } text)
            return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked))
            return S3Error.InvalidArgument($"Provided {name} not an integer or within integer range");

        limit = Math.Min(asked, MaxEntries);
        return null;
    }
}

/// <summary>A key, or the common beginning of several.</summary>
internal readonly record struct ListEntry(string Text, bool IsCommonPrefix)
{
    public KeyPosition End => IsCommonPrefix ? KeyPosition.Beyond(Text) : KeyPosition.Behind(Text);
}
