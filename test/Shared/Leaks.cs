using System.Buffers;
using System.Text.RegularExpressions;

namespace Photos.Tests.Shared;

/// <summary>What must never stand in a log, known or by its looks.</summary>
internal static class Leaks
{
    private static readonly Regex Shapes = new(
        """
        (?ix)
          x-amz-(signature|credential|security-token) \\? ["']? \s* (=|:|%3d) \s* \\? ["']? [^*\s"'\\]
        | (?-i: \b eyJ [\w-]{16})  # a token's head; a request's id is shorter, and random enough to begin like one
        | \b bearer \s+ [^\s*]{12}
        | (refresh_token|id_token|access_token|code_verifier|password|secret) \\? ["']? \s* (=|:|%3d) \s* \\? ["']? [^*\s"'\\]
        | [?&] code= [^*]
        | latitude | longitude
        """,
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Each line that tells too much, with why; of many the first.</summary>
    public static string[] Find(IEnumerable<string> lines, string[] secrets)
    {
        var known = SearchValues.Create(secrets, StringComparison.Ordinal);
        var found = new List<string>();
        foreach (var line in lines)
        {
            var at = line.AsSpan().IndexOfAny(known);
            if (at >= 0)
                found.Add($"holds the secret {line.Substring(at, 8)}…: {line}");
            else if (Shapes.Match(line) is { Success: true } shape)
                found.Add($"looks like a secret, '{shape.Value}': {line}");
            if (found.Count == 20)
                break;
        }

        return [.. found];
    }
}
