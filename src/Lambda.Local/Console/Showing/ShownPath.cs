using Lambda.Local.HttpApi.Description;

namespace Lambda.Local.Console.Showing;

/// <summary>A request's path for a reader: decoded, on one line, without what its route calls a secret.</summary>
internal static class ShownPath
{
    public static string Of(string path, Route? route)
    {
        var decoded = Uri.UnescapeDataString(path);
        if (route?.Path is { } pattern && pattern.Contains('{') && SecretIn(pattern))
            decoded = Hide(decoded.Split('/'), pattern.Split('/'));

        return string.Create(decoded.Length, decoded, (shown, text) =>
        {
            for (var at = 0; at < text.Length; at++)
                shown[at] = char.IsControl(text[at]) ? '\uFFFD' : text[at];
        });
    }

    private static bool SecretIn(string pattern) => pattern.Split('/').Any(IsSecret);

    private static bool IsSecret(string segment) => segment.StartsWith('{') && Secrets.IsNamed(segment);

    // A REST API's path begins with its stage, which its routes leave out.
    private static string Hide(string[] segments, string[] pattern)
    {
        var stage = Math.Max(0, segments.Length - pattern.Length);
        for (var at = 1; at < pattern.Length && at + stage < segments.Length; at++)
        {
            if (IsSecret(pattern[at]))
                segments[at + stage] = Secrets.Mask;
        }

        return string.Join('/', segments);
    }
}
