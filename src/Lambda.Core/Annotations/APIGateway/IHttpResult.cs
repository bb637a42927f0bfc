using System.Net;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>An HTTP answer, made by <see cref="HttpResults"/>.</summary>
public interface IHttpResult
{
    /// <summary>The status code.</summary>
    HttpStatusCode StatusCode { get; }

    /// <summary>
    /// Adds a header; a name that is there already gets a further value. Names are written in lower case.
    /// </summary>
    /// <returns>This result.</returns>
    IHttpResult AddHeader(string name, string value);

    /// <summary>The answer as API Gateway reads it, at its start.</summary>
    Stream Serialize(HttpResultSerializationOptions options);
}

/// <summary>The shape API Gateway expects an answer in.</summary>
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

        /// <summary>2.0: values of a header are joined with commas.</summary>
        V2,
    }

    /// <summary>The kind of API.</summary>
    public ProtocolFormat Format { get; set; }

    /// <summary>The payload format.</summary>
    public ProtocolVersion Version { get; set; }

    /// <summary>Writes bodies that are neither text nor bytes; without it such a body is refused.</summary>
    public ILambdaSerializer? Serializer { get; set; }
}
