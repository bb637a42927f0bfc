namespace Lambda.Generator.Parsing.Events;

/// <summary>What is published to a topic.</summary>
internal static class SnsEvents
{
    public static readonly EventKind Kind = new(
        "SNS",
        $"{KnownNames.Annotations}.SNS.SNSEventAttribute",
        "Topic",
        "Amazon.Lambda.SNSEvents.SNSEvent",
        Diagnostics.InvalidSnsEvent,
        Read,
        HasSwitch: false);

    private static string? Read(EventAttribute attribute)
    {
        var name = PutTopic(attribute);
        attribute.PutText("FilterPolicy", attribute.Text("FilterPolicy"));
        attribute.PutEnabled();
        return name;
    }

    // A topic's Ref is its ARN, so a topic is referred to as a parameter is.
    private static string? PutTopic(EventAttribute attribute)
    {
        var topic = attribute.Source;
        if (LogicalName.Referred(topic) is { } referred)
        {
            attribute.PutText("Topic.Ref", referred);
            return attribute.Refers("Topic", referred) ? referred : null;
        }

        attribute.PutText("Topic", topic);
        if (ArnSource.LastPart(topic) is { } last)
            return LogicalName.In(last);

        attribute.Refuse(
            "Topic",
            $"'{topic}' is no topic; write its ARN, arn:aws:sns:<region>:<account>:<name>, or '@' and its logical id");
        return null;
    }
}
