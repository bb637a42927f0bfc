namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>What the authorizer found out; the one that the route has is set.</summary>
    public class AuthorizerDescription
    {
        /// <summary>A JSON Web Token's contents.</summary>
        public JwtDescription? Jwt { get; set; }

        /// <summary>The context a Lambda authorizer returned; values are <c>JsonElement</c>.</summary>
        public IDictionary<string, object>? Lambda { get; set; }

        /// <summary>The AWS identity that signed the request.</summary>
        public IAMDescription? IAM { get; set; }

        /// <summary>A verified JSON Web Token.</summary>
        public class JwtDescription
        {
            /// <summary>Every claim as text; lists as <c>[a b]</c>.</summary>
            public IDictionary<string, string>? Claims { get; set; }

            /// <summary>The token's scopes when the route asks for one, otherwise null.</summary>
            public string[]? Scopes { get; set; }
        }

        /// <summary>An AWS identity.</summary>
        public class IAMDescription
        {
            /// <summary>The access key that signed.</summary>
            public string? AccessKey { get; set; }

            /// <summary>The caller's account.</summary>
            public string? AccountId { get; set; }

            /// <summary>The caller's principal id.</summary>
            public string? CallerId { get; set; }

            /// <summary>The Cognito identity behind the credentials, if any.</summary>
            public CognitoIdentityDescription? CognitoIdentity { get; set; }

            /// <summary>The caller's organisation.</summary>
            public string? PrincipalOrgId { get; set; }

            /// <summary>The caller's ARN.</summary>
            public string? UserARN { get; set; }

            /// <summary>The caller's user id.</summary>
            public string? UserId { get; set; }
        }

        /// <summary>A Cognito identity behind AWS credentials.</summary>
        public class CognitoIdentityDescription
        {
            /// <summary>How it authenticated.</summary>
            public IList<string>? AMR { get; set; }

            /// <summary>The identity.</summary>
            public string? IdentityId { get; set; }

            /// <summary>Its pool.</summary>
            public string? IdentityPoolId { get; set; }
        }
    }

    /// <summary>How the client's connection was authenticated.</summary>
    public class ProxyRequestAuthentication
    {
        /// <summary>The certificate the client showed.</summary>
        public ProxyRequestClientCert? ClientCert { get; set; }
    }

    /// <summary>A client certificate.</summary>
    public class ProxyRequestClientCert
    {
        /// <summary>The certificate in PEM form.</summary>
        public string? ClientCertPem { get; set; }

        /// <summary>Its subject.</summary>
        public string? SubjectDN { get; set; }

        /// <summary>Its issuer.</summary>
        public string? IssuerDN { get; set; }

        /// <summary>Its serial number.</summary>
        public string? SerialNumber { get; set; }

        /// <summary>When it is valid.</summary>
        public ClientCertValidity? Validity { get; set; }
    }

    /// <summary>When a certificate is valid, as text.</summary>
    public class ClientCertValidity
    {
        /// <summary>The first moment.</summary>
        public string? NotBefore { get; set; }

        /// <summary>The last moment.</summary>
        public string? NotAfter { get; set; }
    }
}
