namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>Changes of a table, those of one item in the order in which they happened.</summary>
/// <remarks>The shape is that of "Using Lambda with Amazon DynamoDB" in the Lambda developer guide.</remarks>
public partial class DynamoDBEvent
{
    /// <summary>The changes.</summary>
    public IList<DynamodbStreamRecord> Records { get; set; } = [];

    /// <summary>One change of one item.</summary>
    public class DynamodbStreamRecord
    {
        /// <summary>The stream's ARN.</summary>
        public string EventSourceArn { get; set; } = "";

        /// <summary>Where the table is, such as <c>eu-central-1</c>.</summary>
        public string AwsRegion { get; set; } = "";

        /// <summary>The item, before and after.</summary>
        public StreamRecord Dynamodb { get; set; } = new();

        /// <summary>Names the change, also when it is delivered again.</summary>
        public string EventID { get; set; } = "";

        /// <summary><c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
        public string EventName { get; set; } = "";

        /// <summary><c>aws:dynamodb</c></summary>
        public string EventSource { get; set; } = "";

        /// <summary>The record's format, <c>1.1</c>.</summary>
        public string EventVersion { get; set; } = "";

        /// <summary>DynamoDB itself when an item's time to live was over; null when a client made the change.</summary>
        public Identity? UserIdentity { get; set; }
    }

    /// <summary>An item, before and after. How much of it depends on the stream's view type.</summary>
    public class StreamRecord
    {
        /// <summary>About when it happened, in UTC and whole seconds.</summary>
        public DateTime ApproximateCreationDateTime { get; set; }

        /// <summary>The item's key.</summary>
        public Dictionary<string, AttributeValue> Keys { get; set; } = [];

        /// <summary>The item as it is now; null when it went, or where the stream leaves it out.</summary>
        public Dictionary<string, AttributeValue>? NewImage { get; set; }

        /// <summary>The item as it was; null when it is new, or where the stream leaves it out.</summary>
        public Dictionary<string, AttributeValue>? OldImage { get; set; }

        /// <summary>Digits; of two changes of one item the later one's number is greater.</summary>
        public string SequenceNumber { get; set; } = "";

        /// <summary>The record's size in bytes.</summary>
        public long SizeBytes { get; set; }

        /// <summary><c>KEYS_ONLY</c>, <c>NEW_IMAGE</c>, <c>OLD_IMAGE</c> or <c>NEW_AND_OLD_IMAGES</c>.</summary>
        public string StreamViewType { get; set; } = "";
    }

    /// <summary>Who made a change.</summary>
    public class Identity
    {
        /// <summary><c>dynamodb.amazonaws.com</c> when an item's time to live was over.</summary>
        public string? PrincipalId { get; set; }

        /// <summary><c>Service</c></summary>
        public string? Type { get; set; }
    }
}
