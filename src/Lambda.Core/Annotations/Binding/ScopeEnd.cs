using System.ComponentModel;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>
/// Ends the scope of services of a function that does not wait for anything. Called by generated handlers.
/// </summary>
/// <remarks>
/// A service that can only be disposed of asynchronously would make an ordinary end fail. Waiting here keeps the
/// handler synchronous, as its function is; Lambda gives it a thread of its own.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScopeEnd(IAsyncDisposable scope) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
