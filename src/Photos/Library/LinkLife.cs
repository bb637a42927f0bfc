namespace Photos.Library;

/// <summary>From when to when a link is good, both in whole seconds.</summary>
/// <param name="From">May be past: who asks twice for the same life gets the same link.</param>
/// <param name="Until">When it dies.</param>
public readonly record struct LinkLife(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>
    /// The life of the window that a moment is in: the same for the whole window, and at its end still as long as
    /// <paramref name="life"/> is longer than <paramref name="window"/>.
    /// </summary>
    public static LinkLife Around(DateTimeOffset moment, TimeSpan window, TimeSpan life)
    {
        var from = moment.AddTicks(-(moment.UtcTicks % window.Ticks));
        return new LinkLife(from, from + life);
    }
}
