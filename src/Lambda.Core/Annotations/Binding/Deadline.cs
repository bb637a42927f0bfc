using System.ComponentModel;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>Where a function's <see cref="CancellationToken"/> comes from. Called by generated handlers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Deadline
{
    /// <summary>Left for the answer that says that time was over.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    /// <summary>As far as a timer reaches; whoever says that more is left, means that there is no end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <summary>Cancels half a second before Lambda ends the invocation; never when no end is known.</summary>
    public static CancellationTokenSource Of(ILambdaContext context)
    {
        var left = context.RemainingTime;
        if (left <= TimeSpan.Zero || left > Longest)
            return new CancellationTokenSource();

        return new CancellationTokenSource(left > Reserve ? left - Reserve : TimeSpan.Zero);
    }
}
