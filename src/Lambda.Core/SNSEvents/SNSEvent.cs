namespace Amazon.Lambda.SNSEvents;

/// <summary>Something was published to a topic.</summary>
/// <remarks>The shape is that of "Using Lambda with Amazon SNS" in the Lambda developer guide.</remarks>
public class SNSEvent
{
    /// <summary>What was published; SNS sends one record in an event.</summary>
    public IList<SNSRecord> Records { get; set; } = [];

    /// <summary>One delivery of one message.</summary>
    public class SNSRecord
    {
        /// <summary><c>aws:sns</c></summary>
        public string EventSource { get; set; } = "";

        /// <summary>The subscription that led here.</summary>
        public string EventSubscriptionArn { get; set; } = "";

        /// <summary>The record's format, <c>1.0</c>.</summary>
        public string EventVersion { get; set; } = "";

        /// <summary>The message.</summary>
        public SNSMessage Sns { get; set; } = new();
    }

    /// <summary>A message.</summary>
    public class SNSMessage
    {
        /// <summary>The text that was published.</summary>
        public string Message { get; set; } = "";

        /// <summary>What its sender says of it.</summary>
        public IDictionary<string, MessageAttribute> MessageAttributes { get; set; } =
            new Dictionary<string, MessageAttribute>();

        /// <summary>Names the message, also when it is delivered again.</summary>
        public string MessageId { get; set; } = "";

        /// <summary>SNS's signature of the message, base64.</summary>
        public string Signature { get; set; } = "";

        /// <summary>How it is signed: <c>1</c> is SHA-1, <c>2</c> is SHA-256.</summary>
        public string SignatureVersion { get; set; } = "";

        /// <summary>Where the certificate is that verifies the signature.</summary>
        public string SigningCertUrl { get; set; } = "";

        /// <summary>The line that a mail would have as its subject; null when none was given.</summary>
        public string? Subject { get; set; }

        /// <summary>When it was published, in UTC.</summary>
        public DateTime Timestamp { get; set; }

        /// <summary>The topic.</summary>
        public string TopicArn { get; set; } = "";

        /// <summary><c>Notification</c></summary>
        public string Type { get; set; } = "";

        /// <summary>Where the subscription can be ended.</summary>
        public string UnsubscribeUrl { get; set; } = "";
    }

    /// <summary>A value that travels beside a message.</summary>
    public class MessageAttribute
    {
        /// <summary><c>String</c>, <c>String.Array</c>, <c>Number</c> or <c>Binary</c>.</summary>
        public string Type { get; set; } = "";

        /// <summary>The value as text; bytes as base64.</summary>
        public string Value { get; set; } = "";
    }
}
