namespace Lambda.Local.ObjectStore.Signing;

/// <summary>A signature that proved genuine.</summary>
/// <param name="Region">The region it was made for; this store is in every region.</param>
/// <param name="PayloadHash">Lower-case hex of the body's SHA-256, or one of S3's words in its place.</param>
internal sealed record VerifiedSignature(string Region, string PayloadHash, Signer Signer, string Text)
{
    /// <summary>The chain of signatures that continues this one inside of the body.</summary>
    public ChunkSignatures BeginChunks() => new(Signer, Text);
}
