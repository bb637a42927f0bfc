using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents;

/// <summary>Something that EventBridge, formerly CloudWatch Events, tells of.</summary>
/// <remarks>The shape is that of "Events and event patterns" in the EventBridge user guide.</remarks>
/// <typeparam name="T">What the source tells, by its detail type.</typeparam>
public class CloudWatchEvent<T>
{
    /// <summary>The event's format, <c>0</c>.</summary>
    public string Version { get; set; } = "";

    /// <summary>The account in which it happened.</summary>
    public string Account { get; set; } = "";

    /// <summary>Where it happened, such as <c>eu-central-1</c>.</summary>
    public string Region { get; set; } = "";

    /// <summary>What the source tells.</summary>
    public T Detail { get; set; } = default!;

    /// <summary>Which kind of event of its source it is, such as <c>Scheduled Event</c>.</summary>
    [JsonPropertyName("detail-type")]
    public string DetailType { get; set; } = "";

    /// <summary>The service that tells of it, such as <c>aws.events</c>.</summary>
    public string Source { get; set; } = "";

    /// <summary>When it happened, in UTC and whole seconds.</summary>
    public DateTime Time { get; set; }

    /// <summary>Names the event, also when it is delivered again.</summary>
    public string Id { get; set; } = "";

    /// <summary>ARNs of what it is about; of a scheduled event, the rule.</summary>
    public List<string> Resources { get; set; } = [];
}
