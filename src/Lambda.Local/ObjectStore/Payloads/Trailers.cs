using Lambda.Local.ObjectStore.Signing;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>The headers behind a body in chunks, where a client writes the checksum of what it has just sent.</summary>
internal sealed class Trailers
{
    /// <summary>A checksum, its signature and the empty line; some clients put another one between.</summary>
    public const int MaxLines = 8;

    public static readonly Trailers None = new([]);

    private const string SignatureName = "x-amz-trailer-signature";

    private readonly Dictionary<string, string> _values;

    private Trailers(Dictionary<string, string> values) => _values = values;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public IEnumerable<string> Names => _values.Keys;

    /// <param name="lines">Everything behind the last chunk, up to and with the empty line at the end.</param>
    public static S3Error? Read(
        List<string> lines, PayloadKind kind, ChunkSignatures? signatures, out Trailers trailers)
    {
        trailers = None;
        if (lines is not [.., ""] || lines.Count > MaxLines)
            return S3Error.IncompleteBody;

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Where(line => line is not ""))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, var value]
                || !values.TryAdd(name, value))
            {
                return S3Error.MalformedTrailer;
            }
        }

        if (!kind.Trailers)
            return values.Count == 0 ? null : S3Error.MalformedTrailer;

        var signed = values.Remove(SignatureName, out var signature);
        if (signed != (signatures is not null))
            return S3Error.MalformedTrailer;
        if (signatures?.EndTrailers(SignedText(values), signature!) == false)
            return S3Error.SignatureDoesNotMatch;

        trailers = new Trailers(values);
        return null;
    }

    private static string SignedText(Dictionary<string, string> values) => string.Concat(values
        .Select(trailer => $"{trailer.Key.ToLowerInvariant()}:{trailer.Value}\n")
        .Order(StringComparer.Ordinal));
}
