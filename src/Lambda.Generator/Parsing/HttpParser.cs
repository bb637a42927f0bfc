using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Reads the attributes that connect a function with API Gateway, or give it a URL of its own.</summary>
internal sealed class HttpParser(IMethodSymbol method, Action<Finding> report)
{
    private static readonly string[] Methods = ["ANY", "GET", "POST", "PUT", "PATCH", "HEAD", "DELETE", "OPTIONS"];

    /// <param name="resourceName">What the function is called in the template, if its attribute says so.</param>
    public HttpSource Parse(string? resourceName)
    {
        var http = method.Find(KnownNames.HttpApi);
        var rest = method.Find(KnownNames.RestApi);
        if (http is not null && rest is not null)
        {
            report(Finding.Of(
                Diagnostics.CannotGenerate,
                Place.Of(method),
                method.Name,
                "it has both [HttpApi] and [RestApi], whose requests differ; write a function for each"));
        }

        var authorizer = AuthorizerParser.Parse(method, resourceName, report);
        var url = method.Find(KnownNames.FunctionUrl) is { } found ? Url(found) : null;
        if ((http ?? rest) is not { } route)
            return new HttpSource(url, null, null, authorizer);

        var isV1 = http is null || http.Get("Version", 1) == 0;
        if (url is not null && isV1)
        {
            report(Finding.Of(
                Diagnostics.CannotGenerate,
                Place.Of(method),
                method.Name,
                "its URL speaks payload 2.0 and its route 1.0; leave Version out, or write a function for each"));
        }

        var source = Route(route, http is null ? ApiKind.RestApi : ApiKind.HttpApi, isV1);
        return source with { Api = source.Api! with { Url = url?.Url }, Authorizer = authorizer };
    }

    private HttpSource Route(AttributeData attribute, ApiKind kind, bool isV1)
    {
        var arguments = attribute.ConstructorArguments;
        var path = attribute.Get("Template", arguments.ElementAtOrDefault(1).Value as string ?? "");
        var given = arguments.ElementAtOrDefault(0).Value is int number ? number : 0;
        var verb = Methods.ElementAtOrDefault(attribute.Get("Method", given)) ?? Methods[0];
        var template = RouteTemplate.Parse(path);
        if (template.Mistake is { } mistake)
            report(Finding.Of(Diagnostics.CannotGenerate, Place.Of(attribute), method.Name, mistake));

        var authorizer = attribute.Text("Authorizer");
        var guard = authorizer is null
            ? null
            : new AuthorizerReference(authorizer, kind == ApiKind.RestApi, isV1, Place.Of(attribute));
        return new HttpSource(new ApiModel(kind, isV1, verb, path, authorizer), template, guard, null);
    }

    private static ApiModel Url(AttributeData attribute)
    {
        var methods = attribute.GetMany<int>("AllowMethods")
            .Select(number => Methods.ElementAtOrDefault(number))
            .Select(method => method is null or "ANY" ? "*" : method);
        var maxAge = attribute.Get("MaxAge", 0);
        var cors = JsonText.Object(
            ("AllowOrigins", List(attribute.GetMany<string>("AllowOrigins"))),
            ("AllowMethods", List(methods)),
            ("AllowHeaders", List(attribute.GetMany<string>("AllowHeaders"))),
            ("ExposeHeaders", List(attribute.GetMany<string>("ExposeHeaders"))),
            ("AllowCredentials", attribute.Get("AllowCredentials", false) ? "true" : null),
            ("MaxAge", maxAge > 0 ? $"{maxAge}" : null));
        var settings = JsonText.Object(
            ("AuthType", JsonText.Quote(attribute.Get("AuthType", 0) == 1 ? "AWS_IAM" : "NONE")),
            ("Cors", cors == "{}" ? null : cors));

        return new ApiModel(ApiKind.FunctionUrl, IsV1: false, Methods[0], "", null, settings);
    }

    private static string? List(IEnumerable<string> items)
    {
        string[] quoted = [.. items.Select(JsonText.Quote)];
        return quoted.Length == 0 ? null : JsonText.Array(quoted);
    }
}
