using System.Text.Json.Serialization;

namespace Amazon.Lambda.S3Events;

// Who did it, and what support asks for.
public partial class S3Event
{
    /// <summary>An account or a role.</summary>
    public class UserIdentityEntity
    {
        /// <summary>Its id, such as <c>AWS:AROA…:session</c>.</summary>
        public string? PrincipalId { get; set; }
    }

    /// <summary>About the request that did it.</summary>
    public class RequestParametersEntity
    {
        /// <summary>The client's address, or the name of the service that acted for it.</summary>
        public string? SourceIPAddress { get; set; }
    }

    /// <summary>What S3 answered the request with.</summary>
    public class ResponseElementsEntity
    {
        /// <summary>The host that served it.</summary>
        [JsonPropertyName("x-amz-id-2")]
        public string? XAmzId2 { get; set; }

        /// <summary>The request's id.</summary>
        [JsonPropertyName("x-amz-request-id")]
        public string? XAmzRequestId { get; set; }
    }

    /// <summary>About an object that was in an archive.</summary>
    public class S3GlacierEventDataEntity
    {
        /// <summary>About its copy out of the archive.</summary>
        public S3RestoreEventDataEntity? RestoreEventData { get; set; }
    }

    /// <summary>About the copy of an archived object.</summary>
    public class S3RestoreEventDataEntity
    {
        /// <summary>When the copy goes, in UTC.</summary>
        public DateTime LifecycleRestorationExpiryTime { get; set; }

        /// <summary>The class of storage it came from.</summary>
        public string? LifecycleRestoreStorageClass { get; set; }
    }
}
