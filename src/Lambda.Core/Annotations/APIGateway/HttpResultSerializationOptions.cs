using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The shape API Gateway expects an answer in.</summary>
/// <remarks>REST APIs know payload format 1.0 alone, so for them <see cref="Version"/> says nothing.</remarks>
public sealed class HttpResultSerializationOptions
{
    /// <summary>The kind of API.</summary>
    public enum ProtocolFormat
    {
        /// <summary>A REST API.</summary>
        RestApi,

        /// <summary>An HTTP API.</summary>
        HttpApi,
    }

    /// <summary>The payload format.</summary>
    public enum ProtocolVersion
    {
        /// <summary>1.0: every header has a list of values.</summary>
        V1,

        /// <summary>2.0: values of a header are joined with commas, cookies have a list of their own.</summary>
        V2,
    }

    /// <summary>The kind of API.</summary>
    public ProtocolFormat Format { get; set; }

    /// <summary>The payload format.</summary>
    public ProtocolVersion Version { get; set; }

    /// <summary>Writes bodies that are neither text nor bytes; without it such a body is refused.</summary>
    public ILambdaSerializer? Serializer { get; set; }
}
