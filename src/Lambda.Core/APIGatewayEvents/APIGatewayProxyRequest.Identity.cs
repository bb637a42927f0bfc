namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayProxyRequest
{
    /// <summary>Where a request comes from.</summary>
    public class RequestIdentity
    {
        /// <summary>The access key that signed the request.</summary>
        public string? AccessKey { get; set; }

        /// <summary>The caller's account.</summary>
        public string? AccountId { get; set; }

        /// <summary>The API key that was sent.</summary>
        public string? ApiKey { get; set; }

        /// <summary>That key's id.</summary>
        public string? ApiKeyId { get; set; }

        /// <summary>The caller's principal.</summary>
        public string? Caller { get; set; }

        /// <summary>The certificate the client showed.</summary>
        public ProxyRequestClientCert? ClientCert { get; set; }

        /// <summary>How the Cognito identity authenticated.</summary>
        public string? CognitoAuthenticationProvider { get; set; }

        /// <summary><c>authenticated</c> or <c>unauthenticated</c>, for Cognito identities.</summary>
        public string? CognitoAuthenticationType { get; set; }

        /// <summary>The Cognito identity.</summary>
        public string? CognitoIdentityId { get; set; }

        /// <summary>Its pool.</summary>
        public string? CognitoIdentityPoolId { get; set; }

        /// <summary>The client's address.</summary>
        public string? SourceIp { get; set; }

        /// <summary>The caller's user id.</summary>
        public string? User { get; set; }

        /// <summary>The client's name for itself.</summary>
        public string? UserAgent { get; set; }

        /// <summary>The caller's ARN.</summary>
        public string? UserArn { get; set; }
    }

    /// <summary>A client certificate.</summary>
    public class ProxyRequestClientCert
    {
        /// <summary>The certificate in PEM form.</summary>
        public string? ClientCertPem { get; set; }

        /// <summary>Its issuer.</summary>
        public string? IssuerDN { get; set; }

        /// <summary>Its serial number.</summary>
        public string? SerialNumber { get; set; }

        /// <summary>Its subject.</summary>
        public string? SubjectDN { get; set; }

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
