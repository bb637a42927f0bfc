namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>A checksum that grows with the bytes, so that they need not be held together.</summary>
internal abstract class RunningChecksum : IDisposable
{
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The value, most significant byte first; afterwards it begins anew.</summary>
    public abstract byte[] Finish();

    public virtual void Dispose()
    {
    }
}
