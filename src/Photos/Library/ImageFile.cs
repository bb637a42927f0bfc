using Photos.Outcomes;

namespace Photos.Library;

/// <summary>A file before and after its journey: what is announced must be what arrives.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The digest of its bytes.</param>
public sealed record ImageFile(FileName Name, MediaType Type, long Bytes, Sha256 Sha256)
{
    /// <summary>The most that S3 takes in one request, in bytes (5 GiB).</summary>
    public const long MaxBytes = 5L * 1024 * 1024 * 1024;

    /// <summary>Checks the four facts as a client sends them.</summary>
    public static Outcome<ImageFile> From(string? name, string? type, long? bytes, string? sha256)
    {
        if (!FileName.From(name).Is(out var fileName, out var problem))
            return problem;
        if (!MediaType.TryParse(type, out var mediaType))
            return Unsupported;
        if (bytes is not > 0)
            return Problem.Invalid("bytes", "Say how many bytes the file has; an empty file is no photo.");
        if (bytes > MaxBytes)
            return new Problem(ProblemKind.TooLarge, "too-large", $"A file has at most {MaxBytes} bytes.");
        if (!Library.Sha256.TryParse(sha256, out var digest))
            return Problem.Invalid("sha256", "Send the SHA-256 of the file as 64 hexadecimal digits.");

        return new ImageFile(fileName, mediaType, bytes.Value, digest);
    }

    private static Problem Unsupported { get; } =
        new(ProblemKind.UnsupportedType, "unsupported-type", $"The library keeps {MediaType.Accepted}.")
        {
            Errors = [new InputError("/type", "Send the type of the file, one of those the library keeps.")],
        };
}
