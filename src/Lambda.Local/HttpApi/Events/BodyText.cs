using System.Text.Unicode;

namespace Lambda.Local.HttpApi.Events;

/// <summary>Decides which bodies an event carries as text; all others go as base64.</summary>
internal static class BodyText
{
    /// <remarks>
    /// Few media types count as text: a missing one and a form's do not. Bytes that are no UTF-8 go as base64 whatever
    /// they call themselves, because as text they would not survive.
    /// </remarks>
    public static bool Is(string? contentType, ReadOnlySpan<byte> body)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();

        return IsText(type) && Utf8.IsValid(body);
    }

    private static bool IsText(ReadOnlySpan<char> type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ||
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase) ||
        type.Equals("application/xml", StringComparison.OrdinalIgnoreCase) ||
        type.Equals("application/javascript", StringComparison.OrdinalIgnoreCase);
}
