using System.Globalization;
using System.Text;

namespace Lambda.Local.ObjectStore;

/// <summary>
/// Percent-encoding as Signature Version 4 defines it: one spelling per text, so that both sides sign the same.
/// </summary>
internal static class UriText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Everything but letters, digits and <c>-._~</c> becomes <c>%XX</c>; slashes stay in paths.</summary>
    public static string Encode(string text, bool keepSlashes = false)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || "-._~"u8.Contains(value) || (keepSlashes && value == '/'))
                encoded.Append((char)value);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return encoded.ToString();
    }

    /// <returns>False for a stray percent sign, for bytes that are no UTF-8, and for NUL.</returns>
    public static bool TryDecode(ReadOnlySpan<char> encoded, out string text)
    {
        text = "";
        var bytes = new List<byte>(encoded.Length);
        for (var at = 0; at < encoded.Length; at++)
        {
            var next = encoded[at];
            if (next == '%')
            {
                if (!TryHex(encoded[(at + 1)..], out var value))
                    return false;
                bytes.Add(value);
                at += 2;
            }
            else if (char.IsAscii(next))
            {
                bytes.Add((byte)next);
            }
            else
            {
                return false;
            }
        }

        if (bytes.Contains(0))
            return false;

        try
        {
            text = StrictUtf8.GetString([.. bytes]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool TryHex(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        return text.Length >= 2
            && byte.TryParse(text[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
