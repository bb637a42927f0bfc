namespace Lambda.Generator;

/// <summary>The programming model's names, as metadata spells them.</summary>
internal static class KnownNames
{
    public const string Annotations = "Amazon.Lambda.Annotations";
    public const string Gateway = $"{Annotations}.APIGateway";
    public const string Binding = $"global::{Annotations}.Binding";

    public const string LambdaFunction = $"{Annotations}.LambdaFunctionAttribute";
    public const string LambdaStartup = $"{Annotations}.LambdaStartupAttribute";
    public const string LambdaGlobalProperties = $"{Annotations}.LambdaGlobalPropertiesAttribute";
    public const string FromServices = $"{Annotations}.FromServicesAttribute";

    public const string HttpApi = $"{Gateway}.HttpApiAttribute";
    public const string RestApi = $"{Gateway}.RestApiAttribute";
    public const string FunctionUrl = $"{Gateway}.FunctionUrlAttribute";
    public const string HttpApiAuthorizer = $"{Gateway}.HttpApiAuthorizerAttribute";
    public const string RestApiAuthorizer = $"{Gateway}.RestApiAuthorizerAttribute";
    public const string FromBody = $"{Gateway}.FromBodyAttribute";
    public const string FromQuery = $"{Gateway}.FromQueryAttribute";
    public const string FromHeader = $"{Gateway}.FromHeaderAttribute";
    public const string FromRoute = $"{Gateway}.FromRouteAttribute";
    public const string FromCustomAuthorizer = $"{Gateway}.FromCustomAuthorizerAttribute";
    public const string HttpResult = $"{Gateway}.IHttpResult";
    public const string AuthorizerResult = $"{Gateway}.IAuthorizerResult";

    public const string LambdaSerializer = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    public const string Serializer = "Amazon.Lambda.Core.ILambdaSerializer";
    public const string Context = "Amazon.Lambda.Core.ILambdaContext";
    public const string GatewayEvents = "Amazon.Lambda.APIGatewayEvents";
    public const string HttpApiRequest = $"{GatewayEvents}.APIGatewayHttpApiV2ProxyRequest";
    public const string HttpApiResponse = $"{GatewayEvents}.APIGatewayHttpApiV2ProxyResponse";
    public const string RestApiRequest = $"{GatewayEvents}.APIGatewayProxyRequest";
    public const string RestApiResponse = $"{GatewayEvents}.APIGatewayProxyResponse";
    public const string AuthorizerRequest = $"{GatewayEvents}.APIGatewayCustomAuthorizerRequest";
    public const string AuthorizerV2Request = $"{GatewayEvents}.APIGatewayCustomAuthorizerV2Request";

    public const string Runtime = "global::Amazon.Lambda.RuntimeSupport";
    public const string BootstrapBuilder = "Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder";

    public const string Services = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string CancellationToken = "System.Threading.CancellationToken";

    /// <summary>The key of the assembly's metadata under which the template's part is found.</summary>
    public const string Manifest = "Amazon.Lambda.Annotations.Manifest";

    /// <summary>Names the function that a process serves.</summary>
    public const string HandlerVariable = "ANNOTATIONS_HANDLER";
}
