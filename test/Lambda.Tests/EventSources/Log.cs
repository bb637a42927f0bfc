namespace Lambda.Tests.EventSources;

/// <summary>What happened, in order; a test can wait until enough of it has.</summary>
internal sealed class Log<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<T> _items = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_items)
                return [.. _items];
        }
    }

    public void Add(T item)
    {
        lock (_items)
        {
            _items.Add(item);
            _added.TrySetResult();
            _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Ends when there are so many.</summary>
    public async Task<IReadOnlyList<T>> UntilAsync(int count)
    {
        while (true)
        {
            Task added;
            lock (_items)
            {
                if (_items.Count >= count)
                    return [.. _items];
                added = _added.Task;
            }

            await added.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }
}
