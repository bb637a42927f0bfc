// The results of Amazon.Lambda.Annotations 2.3.0.
namespace Amazon.Lambda.Annotations.APIGateway
{
    public interface IHttpResult
    {
        System.Net.HttpStatusCode StatusCode { get; }
        System.IO.Stream Serialize(HttpResultSerializationOptions options);
        IHttpResult AddHeader(string name, string value);
    }

    public class HttpResults : IHttpResult
    {
        private HttpResults() => throw null;
        public System.Net.HttpStatusCode StatusCode => throw null;
        public System.IO.Stream Serialize(HttpResultSerializationOptions options) => throw null;
        public IHttpResult AddHeader(string name, string value) => throw null;
        public static IHttpResult Ok(object body = null) => throw null;
        public static IHttpResult Created(string uri = null, object body = null) => throw null;
        public static IHttpResult Accepted(object body = null) => throw null;
        public static IHttpResult Redirect(string uri, bool permanent = false, bool preserveMethod = false) =>
            throw null;
        public static IHttpResult BadRequest(object body = null) => throw null;
        public static IHttpResult Unauthorized() => throw null;
        public static IHttpResult Forbid(object body = null) => throw null;
        public static IHttpResult NotFound(object body = null) => throw null;
        public static IHttpResult Conflict(object body = null) => throw null;
        public static IHttpResult InternalServerError(object body = null) => throw null;
        public static IHttpResult BadGateway() => throw null;
        public static IHttpResult ServiceUnavailable(int? delaySeconds = null) => throw null;
        public static IHttpResult NewResult(System.Net.HttpStatusCode statusCode, object body = null) => throw null;
    }

    public class HttpResultSerializationOptions
    {
        public enum ProtocolFormat
        {
            RestApi,
            HttpApi,
        }

        public enum ProtocolVersion
        {
            V1,
            V2,
        }

        public ProtocolFormat Format { get; set; }
        public ProtocolVersion Version { get; set; }
        public Amazon.Lambda.Core.ILambdaSerializer Serializer { get; set; }
    }

    public interface IAuthorizerResult
    {
        bool IsAuthorized { get; }
        string PrincipalId { get; }
        System.Collections.Generic.IDictionary<string, object> Context { get; }
        IAuthorizerResult WithContext(string key, object value);
        IAuthorizerResult WithPrincipalId(string principalId);
        System.IO.Stream Serialize(AuthorizerResultSerializationOptions options);
    }

    public class AuthorizerResults : IAuthorizerResult
    {
        private AuthorizerResults() => throw null;
        public bool IsAuthorized => throw null;
        public string PrincipalId => throw null;
        public System.Collections.Generic.IDictionary<string, object> Context => throw null;
        public IAuthorizerResult WithContext(string key, object value) => throw null;
        public IAuthorizerResult WithPrincipalId(string principalId) => throw null;
        public System.IO.Stream Serialize(AuthorizerResultSerializationOptions options) => throw null;
        public static IAuthorizerResult Allow() => throw null;
        public static IAuthorizerResult Deny() => throw null;
    }

    public class AuthorizerResultSerializationOptions
    {
        public enum AuthorizerFormat
        {
            HttpApiSimple,
            HttpApiIamPolicy,
            RestApi,
        }

        public AuthorizerFormat Format { get; set; }
        public string MethodArn { get; set; }
    }
}
