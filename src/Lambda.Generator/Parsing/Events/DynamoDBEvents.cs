namespace Lambda.Generator.Parsing.Events;

/// <summary>Changes of a table.</summary>
/// <remarks>The bounds are those of Lambda's event source mappings.</remarks>
internal static class DynamoDBEvents
{
    private static readonly string[] Positions = ["LATEST", "TRIM_HORIZON"];

    public static readonly EventKind Kind = new(
        "DynamoDB",
        $"{KnownNames.Annotations}.DynamoDB.DynamoDBEventAttribute",
        "Stream",
        "Amazon.Lambda.DynamoDBEvents.DynamoDBEvent",
        Diagnostics.InvalidDynamoDBEvent,
        Read,
        "Amazon.Lambda.DynamoDBEvents.StreamsEventResponse");

    private static string? Read(EventAttribute attribute)
    {
        var name = PutStream(attribute);
        attribute.PutText("StartingPosition", Positions.ElementAtOrDefault(attribute.Member("StartingPosition")));
        attribute.PutNumber("BatchSize", 1, 10_000);
        attribute.PutEnabled();
        attribute.PutNumber("MaximumBatchingWindowInSeconds", 0, 300);
        attribute.PutFilters();
        attribute.PutAnswer();
        return name;
    }

    private static string? PutStream(EventAttribute attribute)
    {
        var stream = attribute.Source;
        if (LogicalName.Referred(stream) is { } referred)
        {
            attribute.PutReference("Stream", referred, "StreamArn");
            return attribute.Refers("Stream", referred) ? referred : null;
        }

        attribute.PutText("Stream", stream);
        if (stream.Contains(":dynamodb:") && stream.Contains("/stream/"))
            return LogicalName.In(stream.Split('/')[1]);

        attribute.Refuse(
            "Stream",
            $"'{stream}' is no stream; write its ARN, arn:aws:dynamodb:<region>:<account>:table/<name>/stream/<label>, "
            + "or '@' and the table's logical id");
        return null;
    }
}
