// What Amazon.Lambda.Annotations 2.3.0 offers, by name and signature.
namespace Amazon.Lambda.Annotations
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class LambdaFunctionAttribute : System.Attribute
    {
        public string ResourceName { get; set; }
        public uint Timeout { get; set; }
        public uint MemorySize { get; set; }
        public string Role { get; set; }
        public string Policies { get; set; }
        public LambdaPackageType PackageType { get; set; }
    }

    public enum LambdaPackageType
    {
        Zip = 0,
        Image = 1,
    }

    [System.AttributeUsage(System.AttributeTargets.Class)]
    public class LambdaStartupAttribute : System.Attribute;

    [System.AttributeUsage(System.AttributeTargets.Assembly)]
    public class LambdaGlobalPropertiesAttribute : System.Attribute
    {
        public bool GenerateMain { get; set; }
        public string Runtime { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromServicesAttribute : System.Attribute;

    public interface INamedAttribute
    {
        string Name { get; set; }
    }
}

namespace Amazon.Lambda.Annotations.APIGateway
{
    public enum LambdaHttpMethod
    {
        Any,
        Get,
        Post,
        Put,
        Patch,
        Head,
        Delete,
        Options,
    }

    public enum HttpApiVersion
    {
        V1,
        V2,
    }

    public enum AuthorizerPayloadFormatVersion
    {
        V1,
        V2,
    }

    public enum RestApiAuthorizerType
    {
        Token,
        Request,
    }

    public enum FunctionUrlAuthType
    {
        NONE,
        AWS_IAM,
    }

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class HttpApiAttribute(LambdaHttpMethod method, string template) : System.Attribute
    {
        public HttpApiVersion Version { get; set; } = HttpApiVersion.V2;
        public string Template { get; set; } = template;
        public LambdaHttpMethod Method { get; set; } = method;
        public string Authorizer { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class RestApiAttribute(LambdaHttpMethod method, string template) : System.Attribute
    {
        public string Template { get; set; } = template;
        public LambdaHttpMethod Method { get; set; } = method;
        public string Authorizer { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class FunctionUrlAttribute : System.Attribute
    {
        public FunctionUrlAuthType AuthType { get; set; }
        public string[] AllowOrigins { get; set; }
        public LambdaHttpMethod[] AllowMethods { get; set; }
        public string[] AllowHeaders { get; set; }
        public string[] ExposeHeaders { get; set; }
        public bool AllowCredentials { get; set; }
        public int MaxAge { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class HttpApiAuthorizerAttribute : System.Attribute
    {
        public string IdentityHeader { get; set; } = "Authorization";
        public bool EnableSimpleResponses { get; set; } = true;
        public AuthorizerPayloadFormatVersion AuthorizerPayloadFormatVersion { get; set; }
        public int ResultTtlInSeconds { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class RestApiAuthorizerAttribute : System.Attribute
    {
        public string IdentityHeader { get; set; } = "Authorization";
        public RestApiAuthorizerType Type { get; set; }
        public int ResultTtlInSeconds { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromBodyAttribute : System.Attribute;

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromQueryAttribute : System.Attribute, INamedAttribute
    {
        public string Name { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromHeaderAttribute : System.Attribute, INamedAttribute
    {
        public string Name { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromRouteAttribute : System.Attribute, INamedAttribute
    {
        public string Name { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public class FromCustomAuthorizerAttribute : System.Attribute, INamedAttribute
    {
        public string Name { get; set; }
    }
}
