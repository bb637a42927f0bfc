namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>A handler's answer, wherever it keeps it, as memory that can be measured and sent.</summary>
internal static class AnswerBytes
{
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(InvocationResponse response)
    {
        // Methods may return null where a stream is declared; it is as little of an answer as an empty one.
        var stream = response.OutputStream ?? Stream.Null;
        try
        {
            if (stream is MemoryStream memory && memory.TryGetBuffer(out var buffer))
                return buffer.AsMemory((int)memory.Position);

            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            return copy.GetBuffer().AsMemory(0, (int)copy.Length);
        }
        finally
        {
            // Disposing of a MemoryStream leaves the bytes it was made of.
            if (response.DisposeOutputStream)
                await stream.DisposeAsync();
        }
    }
}
