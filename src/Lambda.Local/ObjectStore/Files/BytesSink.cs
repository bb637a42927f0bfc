namespace Lambda.Local.ObjectStore.Files;

/// <summary>Takes bytes piece by piece; a piece is good only until the call returns.</summary>
internal delegate ValueTask BytesSink(ReadOnlyMemory<byte> bytes, CancellationToken ct);
