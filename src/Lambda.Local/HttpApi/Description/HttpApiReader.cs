using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>Finds the HTTP API in a template: SAM's implied one, or one <c>AWS::Serverless::HttpApi</c>.</summary>
internal static class HttpApiReader
{
    public static HttpApiDescription Read(TemplateDocument template)
    {
        var globals = template.Root["Globals"]["HttpApi"];
        var own = OwnApi(template);
        TemplateValue Setting(string name) => own is not null && own[name].Exists ? own[name] : globals[name];

        var functions = new FunctionReader(template);
        var authorizers = new AuthorizerReader(Setting("Auth"));
        var routes =
            from resource in template.Resources("AWS::Serverless::Function")
            let function = functions.Read(resource)
            from member in resource.Properties["Events"].Members()
            where member.Value["Type"].Text() is "HttpApi"
            select ReadRoute(member.Value["Properties"], function, authorizers);

        return new HttpApiDescription(
            own?["StageName"].TextOr(HttpApiDescription.DefaultStage) ?? HttpApiDescription.DefaultStage,
            Setting("StageVariables").Members().ToDictionary(member => member.Key, member => member.Value.Text()),
            [.. routes],
            ReadCors(Setting("CorsConfiguration")));
    }

    private static TemplateValue? OwnApi(TemplateDocument template)
    {
        TemplateResource[] apis = [.. template.Resources("AWS::Serverless::HttpApi")];
        return apis.Length <= 1
            ? apis.FirstOrDefault()?.Properties
            : throw new TemplateException("The template has several HTTP APIs; one is served here.");
    }

    private static Route ReadRoute(TemplateValue happening, FunctionDescription function, AuthorizerReader authorizers)
    {
        if (happening["PayloadFormatVersion"].TextOr("2.0") is not "2.0" and var version)
            throw new TemplateException($"{happening.Where}: payload format {version} is not known here, only 2.0.");

        var path = happening["Path"].Exists ? happening["Path"].Text() : null;
        var method = happening["Method"].TextOr(Route.AnyMethod).ToUpperInvariant();
        var (jwt, scopes) = authorizers.Read(happening["Auth"]);

        return new Route(
            method is "X-AMAZON-APIGATEWAY-ANY-METHOD" or "*" ? Route.AnyMethod : method,
            path is "$default" ? null : path,
            function,
            jwt,
            scopes);
    }

    // "CorsConfiguration: true" is SAM's short form for everything.
    private static CorsRules? ReadCors(TemplateValue cors)
    {
        if (!cors.Exists)
            return null;
        if (!cors.HasMembers)
            return cors.FlagOr(false) ? new CorsRules(["*"], ["*"], ["*"], [], null, false) : null;

        return new CorsRules(
            cors["AllowOrigins"].Texts(),
            cors["AllowMethods"].Texts(),
            cors["AllowHeaders"].Texts(),
            cors["ExposeHeaders"].Texts(),
            cors["MaxAge"].Exists ? cors["MaxAge"].NumberOr(0) : null,
            cors["AllowCredentials"].FlagOr(false));
    }
}
