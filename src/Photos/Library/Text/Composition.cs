using System.Globalization;
using System.Text;

namespace Photos.Library.Text;

/// <summary>
/// Unicode's normalization form C: one spelling for texts that look the same. With a table of our own, because
/// functions run without ICU, where <see cref="string.Normalize()"/> returns its input.
/// </summary>
/// <remarks>UAX #15: decompose, put marks in order, compose. Hangul by arithmetic (Unicode §3.12).</remarks>
internal static class Composition
{
    /// <summary>Below this nothing combines and nothing decomposes into what would.</summary>
    private const int FirstMark = 0x300;

    private static readonly Lazy<CompositionTable> Table = new(CompositionTable.Read);

    /// <summary>The text, composed. Halves of characters must have been refused before.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange((char)FirstMark, char.MaxValue))
            return text;

        var characters = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Decompose(rune.Value, characters);

        Order(characters);
        Compose(characters);
        var composed = new StringBuilder(text.Length);
        foreach (var character in characters)
            composed.Append(new Rune(character).ToString());

        return composed.ToString();
    }

    private static void Decompose(int character, List<int> into)
    {
        if (Hangul.TryDecompose(character, into))
            return;

        if (!Table.Value.Decompositions.TryGetValue(character, out var parts))
        {
            into.Add(character);
            return;
        }

        foreach (var part in parts)
            Decompose(part, into);
    }

    // Stable, and only between starters: marks of one class keep their order, which means something.
    private static void Order(List<int> characters)
    {
        for (var at = 1; at < characters.Count; at++)
        {
            var mark = Table.Value.ClassOf(characters[at]);
            for (var to = at; mark > 0 && to > 0 && Table.Value.ClassOf(characters[to - 1]) > mark; to--)
                (characters[to - 1], characters[to]) = (characters[to], characters[to - 1]);
        }
    }

    private static void Compose(List<int> characters)
    {
        var starter = -1;
        var written = 0;
        var classBefore = 0;
        foreach (var character in characters.ToArray())
        {
            var mark = Table.Value.ClassOf(character);
            var isAdjacent = starter == written - 1;
            if (starter >= 0
                && (isAdjacent || (classBefore < mark && classBefore != 0))
                && Pair(characters[starter], character) is { } both)
            {
                characters[starter] = both;
                continue;
            }

            if (mark == 0)
                starter = written;

            classBefore = mark;
            characters[written++] = character;
        }

        characters.RemoveRange(written, characters.Count - written);
    }

    private static int? Pair(int first, int second) =>
        Hangul.Compose(first, second)
        ?? (Table.Value.Compositions.TryGetValue((first, second), out var both) ? both : null);
}

/// <summary>What <c>Composition.txt</c> says.</summary>
internal sealed class CompositionTable
{
    private readonly Dictionary<int, byte> _classes = [];

    public Dictionary<int, int[]> Decompositions { get; } = [];

    public Dictionary<(int First, int Second), int> Compositions { get; } = [];

    public static CompositionTable Read()
    {
        var assembly = typeof(CompositionTable).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream("Photos.Composition.txt")!);
        var table = new CompositionTable();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;
            if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at)
                table.AddClass(byte.Parse(line[..at], CultureInfo.InvariantCulture), line[(at + 2)..]);
            else
                table.AddDecomposition(line);
        }

        return table;
    }

    public int ClassOf(int character) => _classes.GetValueOrDefault(character);

    private void AddClass(byte value, string ranges)
    {
        foreach (var range in ranges.Split(' '))
        {
            var ends = range.Split('-');
            for (var character = Number(ends[0]); character <= Number(ends[^1]); character++)
                _classes[character] = value;
        }
    }

    private void AddDecomposition(string line)
    {
        var numbers = line.TrimStart('!').Split(' ').Select(Number).ToArray();
        Decompositions[numbers[0]] = numbers[1..];
        if (line[0] != '!')
            Compositions[(numbers[1], numbers[2])] = numbers[0];
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
