using System.Text.Json.Serialization;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>From where on the changes of a <see cref="DynamoDBEvent"/> are to be delivered again.</summary>
/// <remarks>
/// Amazon's annotations do not let a function of a stream return it; here it may, and its event then says so to Lambda.
/// </remarks>
public class StreamsEventResponse
{
    /// <summary>Changes that failed; the earliest and all behind it are delivered again. Empty: none failed.</summary>
    [JsonPropertyName("batchItemFailures")]
    public IList<BatchItemFailure> BatchItemFailures { get; set; } = [];

    /// <summary>A change that failed.</summary>
    public class BatchItemFailure
    {
        /// <summary>Its <see cref="DynamoDBEvent.StreamRecord.SequenceNumber"/>.</summary>
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; set; } = "";
    }
}
