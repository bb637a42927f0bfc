using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.Isolated;

/// <summary>The body of what a process reports.</summary>
internal static class ReportBody
{
    /// <summary>Of an answer; Lambda refuses a larger one.</summary>
    public const int Largest = 6 * 1024 * 1024;

    /// <returns>Null when it is too large.</returns>
    public static async ValueTask<byte[]?> ReadAsync(IFeatureCollection context)
    {
        if (context.GetRequiredFeature<IHttpRequestFeature>().Headers.ContentLength > Largest)
            return null;

        var body = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
        while (true)
        {
            var read = await body.ReadAsync();
            if (read.Buffer.Length > Largest)
                return null;

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
