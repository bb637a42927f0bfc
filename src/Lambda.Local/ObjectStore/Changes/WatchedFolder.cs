using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore.Changes;

/// <summary>Stores and removes objects so that whoever watches learns of it.</summary>
internal sealed class WatchedFolder(ObjectFolder objects, ObjectWatch watch, TimeProvider clock)
{
    /// <summary>Gives the draft its name, whether or not the client still waits for it.</summary>
    /// <param name="how">The last word of the event's name, such as <c>Put</c>.</param>
    /// <returns>Why the condition does not hold; then nothing is changed.</returns>
    public async Task<S3Error?> PublishAsync(
        S3Request request, IncomingObject draft, ObjectFacts facts, WriteCondition condition, string how)
    {
        using var notice = await watch(ObjectChange.OfStored(request, facts, how));
        if (await objects.PublishAsync(draft, facts, condition, CancellationToken.None) is { } unmet)
            return unmet;

        notice.Confirm();
        return null;
    }

    /// <summary>Removing what is not there is no error, and nobody learns of it.</summary>
    /// <returns>Why the condition does not hold; then nothing is changed.</returns>
    public async Task<S3Error?> RemoveAsync(S3Request request, string key, WriteCondition condition)
    {
        using var notice = await watch(ObjectChange.OfRemoved(request, key, clock.GetUtcNow()));
        var error = objects.Remove(key, condition, out var wasThere);
        if (wasThere)
            notice.Confirm();
        return error;
    }
}
