namespace Lambda.Local.ObjectStore.Uploads;

/// <summary>The right to finish an upload, given back when disposed.</summary>
internal sealed class UploadClaim(Action release) : IDisposable
{
    public void Dispose() => release();
}
