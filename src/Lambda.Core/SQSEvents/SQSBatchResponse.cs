using System.Text.Json.Serialization;

namespace Amazon.Lambda.SQSEvents;

/// <summary>Which messages of an <see cref="SQSEvent"/> are to be delivered again; all others are done with.</summary>
public class SQSBatchResponse
{
    /// <summary>Nothing failed.</summary>
    public SQSBatchResponse()
        : this([])
    {
    }

    /// <summary>These failed.</summary>
    public SQSBatchResponse(List<BatchItemFailure> batchItemFailures) => BatchItemFailures = batchItemFailures;

    /// <summary>The messages that failed. Of a FIFO queue, these are all from the first that failed on.</summary>
    [JsonPropertyName("batchItemFailures")]
    public List<BatchItemFailure> BatchItemFailures { get; set; }

    /// <summary>A message that failed.</summary>
    public class BatchItemFailure
    {
        /// <summary>Its <see cref="SQSEvent.SQSMessage.MessageId"/>; any other text fails the whole batch.</summary>
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; set; } = "";
    }
}
