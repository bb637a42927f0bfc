namespace Lambda.Local.ObjectStore.Changes;

/// <summary>Asked before an object changes.</summary>
/// <remarks>
/// When it returns, the change is noted so that a crash cannot make it forgotten. Where it throws, the change must not
/// be made.
/// </remarks>
internal delegate ValueTask<ObjectNotice> ObjectWatch(ObjectChange change);

/// <summary>A change that was noted and now takes place, or not: then it is disposed without a confirmation.</summary>
/// <param name="end">Told once whether it took place.</param>
internal sealed class ObjectNotice(Action<bool> end) : IDisposable
{
    private bool _tookPlace;

    /// <summary>Nobody wants to know.</summary>
    public static ObjectNotice None => new(_ => { });

    public void Confirm() => _tookPlace = true;

    public void Dispose() => end(_tookPlace);
}
