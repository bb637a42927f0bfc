namespace Lambda.Local.ObjectStore.Operations;

/// <summary>What may stand in a header of an answer: nothing that could end the line and begin another.</summary>
internal static class HeaderText
{
    public static bool IsPrintable(string value) => value.All(character => character is >= ' ' and <= '~');
}
