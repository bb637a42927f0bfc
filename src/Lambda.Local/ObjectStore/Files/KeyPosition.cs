namespace Lambda.Local.ObjectStore.Files;

/// <summary>A place between keys, from which a list goes on whether or not anything is there.</summary>
/// <param name="Text">Hex of a key, with <see cref="BeyondMark"/> behind it for what lies behind all it begins.</param>
internal readonly record struct KeyPosition(string Text)
{
    // Sorts behind every hex digit, hence behind every continuation of the key.
    private const string BeyondMark = "z";

    public static readonly KeyPosition Start = new("");

    public static KeyPosition Behind(string key) => new(ObjectPath.Hex(key));

    /// <summary>Behind every key that begins so.</summary>
    public static KeyPosition Beyond(string prefix) => new(ObjectPath.Hex(prefix) + BeyondMark);

    /// <summary>Reads <see cref="Text"/> back from a client that was given it.</summary>
    public static bool TryRead(string text, out KeyPosition position)
    {
        position = new KeyPosition(text);
        var hex = text.EndsWith(BeyondMark, StringComparison.Ordinal) ? text[..^1] : text;
        return hex.Length > 0 && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigitLower);
    }
}
