namespace Amazon.Lambda.Annotations.SQS;

/// <summary>Invokes a function with the messages of a queue.</summary>
/// <remarks>
/// The function takes an <c>SQSEvent</c> and, if it likes, an <c>ILambdaContext</c>; it returns nothing or a task. When
/// it returns an <c>SQSBatchResponse</c>, or a task of one, only the messages named there are delivered again. What is
/// not set here is not written to the template.
/// </remarks>
/// <param name="queue">The queue's ARN, or <c>@Name</c> for a resource or parameter of the template.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SQSEventAttribute(string queue) : Attribute
{
    /// <summary>The queue's ARN, or <c>@Name</c> for a resource or parameter of the template.</summary>
    public string Queue { get; set; } = queue;

    /// <summary>The event's name in the template, letters and digits; null derives it from the queue.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Whether messages are fetched at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Messages of one event at most: 1 to 10,000, or to 10 of a FIFO queue. Lambda's own choice is 10.
    /// </summary>
    public uint BatchSize { get; set; }

    /// <summary>
    /// Seconds to wait for more messages: 0 to 300, at least 1 when a batch has more than 10; not of a FIFO queue.
    /// </summary>
    public uint MaximumBatchingWindowInSeconds { get; set; }

    /// <summary>Patterns, separated by semicolons; a message that fits none of them is dropped.</summary>
    public string? Filters { get; set; }

    /// <summary>Invocations at a time: 2 to 1,000.</summary>
    public uint MaximumConcurrency { get; set; }
}
