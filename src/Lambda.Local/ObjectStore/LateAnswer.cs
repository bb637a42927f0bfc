using System.Xml.Linq;

namespace Lambda.Local.ObjectStore;

/// <summary>
/// The answer to work that may take longer than a client waits for the first byte: joining or copying gigabytes.
/// </summary>
/// <remarks>
/// As S3 does, it says 200 after a while and goes on with a space now and then. What goes wrong later is an error in a
/// body of status 200, which SDKs look for in the answers to CompleteMultipartUpload, CopyObject and UploadPartCopy.
/// </remarks>
internal static class LateAnswer
{
    /// <summary>Well below the minute for which clients wait.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <param name="work">Its end is awaited here, also when the client is gone.</param>
    public static async Task<S3Error?> GiveAsync(
        S3Request request, Task<(S3Error? Error, XElement? Answer)> work, TimeProvider clock)
    {
        using (var pauses = new PeriodicTimer(Pause, clock))
        {
            var pause = pauses.WaitForNextTickAsync(CancellationToken.None).AsTask();
            while (await Task.WhenAny(work, pause) == pause)
            {
                await S3Xml.KeepWaitingAsync(request.Context);
                pause = pauses.WaitForNextTickAsync(CancellationToken.None).AsTask();
            }
        }

        var (error, answer) = await work;
        if (answer is not null)
            await S3Xml.WriteAsync(request.Context, answer);
        return error;
    }
}
