using System.Net;

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

    /// <summary>
    /// Sets a cookie, such as <c>theme=dark; Path=/; Secure; HttpOnly; SameSite=Lax</c>: the value of one
    /// <c>set-cookie</c> line, written as it is. Every cookie has a line of its own.
    /// </summary>
    /// <remarks>An addition to Amazon's interface; results of other classes treat it as a header.</remarks>
    /// <returns>This result.</returns>
    IHttpResult AddCookie(string cookie) => AddHeader("set-cookie", cookie);

    /// <summary>The answer as API Gateway reads it, at its start.</summary>
    Stream Serialize(HttpResultSerializationOptions options);
}
