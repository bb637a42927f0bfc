using System.Net;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.S3Events;

/// <summary>Objects of a bucket came or went. What an object does not have is null.</summary>
/// <remarks>The shape is that of "Event message structure" in the S3 user guide.</remarks>
public partial class S3Event
{
    /// <summary>What happened; S3 sends one record in an event and promises no number.</summary>
    public List<S3EventNotificationRecord> Records { get; set; } = [];

    /// <summary>One thing that happened to one object.</summary>
    public class S3EventNotificationRecord
    {
        /// <summary>Where the bucket is, such as <c>eu-central-1</c>.</summary>
        public string AwsRegion { get; set; } = "";

        /// <summary>What happened, without the <c>s3:</c> of a subscription: <c>ObjectCreated:Put</c>.</summary>
        public string EventName { get; set; } = "";

        /// <summary><c>aws:s3</c></summary>
        public string EventSource { get; set; } = "";

        /// <summary>When S3 had done it, in UTC.</summary>
        public DateTime EventTime { get; set; }

        /// <summary>The record's format, such as <c>2.1</c>.</summary>
        public string EventVersion { get; set; } = "";

        /// <summary>Who asked for it, from where.</summary>
        public RequestParametersEntity? RequestParameters { get; set; }

        /// <summary>What S3's support asks for.</summary>
        public ResponseElementsEntity? ResponseElements { get; set; }

        /// <summary>The object and its bucket.</summary>
        public S3Entity S3 { get; set; } = new();

        /// <summary>Who did it.</summary>
        public UserIdentityEntity? UserIdentity { get; set; }

        /// <summary>About an object that was restored from an archive; else null.</summary>
        public S3GlacierEventDataEntity? GlacierEventData { get; set; }
    }

    /// <summary>An object and its bucket.</summary>
    public class S3Entity
    {
        /// <summary>Names the subscription that led here.</summary>
        public string? ConfigurationId { get; set; }

        /// <summary>The format of this part of the record, <c>1.0</c>.</summary>
        public string? S3SchemaVersion { get; set; }

        /// <summary>The bucket.</summary>
        public S3BucketEntity Bucket { get; set; } = new();

        /// <summary>The object.</summary>
        public S3ObjectEntity Object { get; set; } = new();
    }

    /// <summary>A bucket.</summary>
    public class S3BucketEntity
    {
        /// <summary>Its name.</summary>
        public string Name { get; set; } = "";

        /// <summary>Its ARN.</summary>
        public string Arn { get; set; } = "";

        /// <summary>Whose it is.</summary>
        public UserIdentityEntity? OwnerIdentity { get; set; }
    }

    /// <summary>An object.</summary>
    public class S3ObjectEntity
    {
        /// <summary>Its key as the event spells it: encoded like a form, so a space is a <c>+</c>.</summary>
        public string Key { get; set; } = "";

        /// <summary>Its key as S3 knows it; the one to ask S3 with.</summary>
        [JsonIgnore]
        public string KeyDecoded => WebUtility.UrlDecode(Key);

        /// <summary>In bytes; 0 of an object that went.</summary>
        public long Size { get; set; }

        /// <summary>Its entity tag without quotes; null of an object that went.</summary>
        public string? ETag { get; set; }

        /// <summary>Its version; null where the bucket keeps none.</summary>
        public string? VersionId { get; set; }

        /// <summary>Hexadecimal digits; of two events of one key the later one's are greater.</summary>
        public string? Sequencer { get; set; }
    }
}
