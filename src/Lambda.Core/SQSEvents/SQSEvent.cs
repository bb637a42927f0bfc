namespace Amazon.Lambda.SQSEvents;

/// <summary>Messages of a queue. Unless the function fails, or says which of them failed, all are done with.</summary>
/// <remarks>The shape is that of "Using Lambda with Amazon SQS" in the Lambda developer guide.</remarks>
public class SQSEvent
{
    /// <summary>At least one message, all of the same queue.</summary>
    public List<SQSMessage> Records { get; set; } = [];

    /// <summary>A message.</summary>
    public class SQSMessage
    {
        /// <summary>Names the message, also when it is delivered again.</summary>
        public string MessageId { get; set; } = "";

        /// <summary>Names this delivery of it.</summary>
        public string ReceiptHandle { get; set; } = "";

        /// <summary>The text that was sent.</summary>
        public string Body { get; set; } = "";

        /// <summary>The digest of <see cref="Body"/>, hexadecimal.</summary>
        public string? Md5OfBody { get; set; }

        /// <summary>The digest of <see cref="MessageAttributes"/>, hexadecimal; null when there are none.</summary>
        public string? Md5OfMessageAttributes { get; set; }

        /// <summary>The queue's ARN.</summary>
        public string EventSourceArn { get; set; } = "";

        /// <summary><c>aws:sqs</c></summary>
        public string EventSource { get; set; } = "";

        /// <summary>Where the queue is, such as <c>eu-central-1</c>.</summary>
        public string AwsRegion { get; set; } = "";

        /// <summary>What SQS says of the message: <c>ApproximateReceiveCount</c>, <c>SentTimestamp</c>, …</summary>
        public Dictionary<string, string> Attributes { get; set; } = [];

        /// <summary>What its sender says of it.</summary>
        public Dictionary<string, MessageAttribute> MessageAttributes { get; set; } = [];
    }

    /// <summary>A value that travels beside a message.</summary>
    public class MessageAttribute
    {
        /// <summary>Text or a number; null for bytes.</summary>
        public string? StringValue { get; set; }

        /// <summary>Bytes; null for text.</summary>
        public MemoryStream? BinaryValue { get; set; }

        /// <summary>Reserved by SQS.</summary>
        public List<string>? StringListValues { get; set; }

        /// <summary>Reserved by SQS.</summary>
        public List<MemoryStream>? BinaryListValues { get; set; }

        /// <summary><c>String</c>, <c>Number</c> or <c>Binary</c>, or that, a dot and a type of one's own.</summary>
        public string DataType { get; set; } = "";
    }
}
