using System.Text;

namespace Photos.Tests.Model;

/// <summary>Who acts in a story.</summary>
internal enum Person
{
    Ada,
    Eve,
}

/// <summary>A file that both people have, the same bytes under the same name.</summary>
/// <param name="Letter">What a story calls it.</param>
/// <param name="Name">Its name, which may hold a date.</param>
/// <param name="Taken">The date in the name; none when null.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record Sample(string Letter, string Name, DateTime? Taken, byte[] Bytes)
{
    private static readonly DateTime Older = new(2023, 5, 6, 7, 8, 9);
    private static readonly DateTime Newer = new(2024, 1, 2, 3, 4, 5);

    /// <summary>Two of one moment, one without a date; together they are more than anybody may keep.</summary>
    public static Sample[] Pictures { get; } =
    [
        Picture("a", "20240102_030405.jpg", Newer, 100),
        Picture("b", "20240102_030405 b.jpg", Newer, 200),
        Picture("c", "c.jpg", null, 300),
        Picture("d", "20230506_070809.jpg", Older, 400),
    ];

    /// <summary>A page that calls itself a picture.</summary>
    public static Sample Page { get; } = new("the page", "page.jpg", null, "<html>not a picture</html>"u8.ToArray());

    /// <summary>What is beside a photo for a whole screen.</summary>
    public static byte[] Preview { get; } = [1, 2, 3];

    /// <summary>What is beside a photo for a grid.</summary>
    public static byte[] Thumbnail { get; } = [4, 5];

    /// <summary>Everything that can be sent to a link.</summary>
    public static byte[][] Files { get; } =
        [.. Pictures.Append(Page).Select(sample => sample.Bytes), Preview, Thumbnail];

    public bool IsPicture => this != Page;

    public string Sha256 { get; } = A.DigestOf(Bytes).Hex;

    /// <summary>The id that this person keeps for it, should they want to choose one.</summary>
    public string ChosenId(Person who) =>
        $"01H000000000000000000000{(who == Person.Ada ? 'A' : 'E')}{char.ToUpperInvariant(Letter[0])}";

    public override string ToString() => Letter;

    private static Sample Picture(string letter, string name, DateTime? taken, int bytes)
    {
        byte[] start = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
        var rest = Encoding.ASCII.GetBytes(new string(letter[0], bytes - start.Length));
        return new Sample(letter, name, taken, [.. start, .. rest]);
    }
}
