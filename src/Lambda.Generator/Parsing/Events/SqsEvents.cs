namespace Lambda.Generator.Parsing.Events;

/// <summary>Messages of a queue.</summary>
/// <remarks>The bounds are those of Lambda's event source mappings.</remarks>
internal static class SqsEvents
{
    private const uint LargestBatch = 10_000;

    /// <summary>Of a FIFO queue; of any other, more than these must be waited for.</summary>
    private const uint LargestPlainBatch = 10;

    public static readonly EventKind Kind = new(
        "SQS",
        $"{KnownNames.Annotations}.SQS.SQSEventAttribute",
        "Queue",
        "Amazon.Lambda.SQSEvents.SQSEvent",
        Diagnostics.InvalidSqsEvent,
        Read,
        "Amazon.Lambda.SQSEvents.SQSBatchResponse");

    private static string? Read(EventAttribute attribute)
    {
        var name = PutQueue(attribute);
        CheckBatch(attribute);

        attribute.PutNumber("BatchSize", 1, LargestBatch);
        attribute.PutEnabled();
        attribute.PutFilters();
        attribute.PutAnswer();
        attribute.PutNumber("MaximumBatchingWindowInSeconds", 0, 300);
        attribute.PutNumber("MaximumConcurrency", 2, 1_000, "ScalingConfig.MaximumConcurrency");
        return name;
    }

    private static string? PutQueue(EventAttribute attribute)
    {
        var queue = attribute.Source;
        if (LogicalName.Referred(queue) is { } referred)
        {
            attribute.PutReference("Queue", referred, "Arn");
            return attribute.Refers("Queue", referred) ? referred : null;
        }

        attribute.PutText("Queue", queue);
        if (ArnSource.LastPart(queue) is { } last)
            return LogicalName.In(last);

        attribute.Refuse(
            "Queue",
            $"'{queue}' is no queue; write its ARN, arn:aws:sqs:<region>:<account>:<name>, or '@' and its logical id");
        return null;
    }

    private static void CheckBatch(EventAttribute attribute)
    {
        var size = attribute.Number("BatchSize") ?? LargestPlainBatch;
        var window = attribute.Number("MaximumBatchingWindowInSeconds");
        if (!attribute.Source.EndsWith(".fifo", StringComparison.Ordinal))
        {
            if (size is > LargestPlainBatch and <= LargestBatch && window is null or 0)
            {
                attribute.Refuse(
                    "BatchSize",
                    $"BatchSize is {size}, and more than {LargestPlainBatch} messages must be waited for; set "
                    + "MaximumBatchingWindowInSeconds to at least 1");
            }

            return;
        }

        if (size > LargestPlainBatch)
        {
            attribute.Refuse(
                "BatchSize", $"BatchSize is {size}, and a FIFO queue gives at most {LargestPlainBatch}; use 1 to 10");
        }

        if (window is not null)
        {
            attribute.Refuse(
                "MaximumBatchingWindowInSeconds",
                "a FIFO queue does not wait for more messages; leave MaximumBatchingWindowInSeconds out");
        }
    }
}
