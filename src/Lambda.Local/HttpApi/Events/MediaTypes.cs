namespace Lambda.Local.HttpApi.Events;

/// <summary>Compares media types with a template's list, in which <c>*</c> stands for anything.</summary>
internal static class MediaTypes
{
    public static bool IsAny(IReadOnlyList<string> list, string? type)
    {
        var plain = type.AsSpan();
        var end = plain.IndexOfAny(';', ',');
        plain = (end < 0 ? plain : plain[..end]).Trim();
        foreach (var item in list)
        {
            if (item is "*/*" || plain.Equals(item, StringComparison.OrdinalIgnoreCase))
                return true;
            if (item.EndsWith("/*", StringComparison.Ordinal) &&
                plain.StartsWith(item.AsSpan(0, item.Length - 1), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
