using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>Finds the HTTP API in a template: SAM's implied one, or one <c>AWS::Serverless::HttpApi</c>.</summary>
internal static class HttpApiReader
{
    private const int MaxRoutes = 300;
    private const int MaxAuthorizers = 10;

    public static HttpApiDescription Read(TemplateDocument template)
    {
        var functions = new FunctionReader(template);
        var (setting, stage) = Settings(template);
        var auth = setting("Auth");
        var authorizers = new AuthorizerReader(auth, name => new GuardReader(functions).Read(auth, name));
        Route[] routes =
        [
            .. functions.Happenings("HttpApi").Select(happening => ReadRoute(
                happening.Properties, happening.Function, authorizers, setting)),
        ];
        Refuse(routes.Length > MaxRoutes, $"The template has more than {MaxRoutes} routes; no HTTP API takes as many.");
        Refuse(
            auth["Authorizers"].Members().Count() > MaxAuthorizers,
            $"The template has more than {MaxAuthorizers} authorizers; no HTTP API takes as many.");

        return new HttpApiDescription(
            stage,
            setting("StageVariables").Members().ToDictionary(member => member.Key, member => member.Value.Text()),
            routes,
            ReadCors(setting("CorsConfiguration")))
        {
            Rest = RestApiReader.Read(template, functions),
        };
    }

    private static (Func<string, TemplateValue> Setting, string Stage) Settings(TemplateDocument template)
    {
        var globals = template.Root["Globals"]["HttpApi"];
        TemplateResource[] apis = [.. template.Resources("AWS::Serverless::HttpApi")];
        Refuse(apis.Length > 1, "The template has several HTTP APIs; one is served here.");

        var own = apis.FirstOrDefault()?.Properties;
        return (
            name => own is not null && own[name].Exists ? own[name] : globals[name],
            own?["StageName"].TextOr(HttpApiDescription.DefaultStage) ?? HttpApiDescription.DefaultStage);
    }

    private static void Refuse(bool isWrong, string message)
    {
        if (isWrong)
            throw new TemplateException(message);
    }

    private static Route ReadRoute(
        TemplateValue happening,
        FunctionDescription function,
        AuthorizerReader authorizers,
        Func<string, TemplateValue> setting)
    {
        var version = happening["PayloadFormatVersion"].TextOr("2.0");
        Refuse(
            version is not ("1.0" or "2.0"),
            $"{happening.Where}: payload format {version} is not known here, only 1.0 and 2.0.");

        var path = happening["Path"].Exists ? happening["Path"].Text() : null;
        var (jwt, scopes, guard) = authorizers.Read(happening["Auth"]);

        var route = new Route(
            Route.MethodOf(happening["Method"].TextOr(Route.AnyMethod)),
            path is "$default" ? null : path,
            function,
            jwt,
            scopes)
        {
            Guard = guard,
            Payload = version is "1.0" ? PayloadFormat.One : PayloadFormat.Two,
            Timeout = Route.TimeoutOf(happening["TimeoutInMillis"], ApiManner.Http.Timeout),
        };
        return route with
        {
            Throttle = ThrottleRules.Read(
                happening["RouteSettings"], setting("RouteSettings")[route.Key], setting("DefaultRouteSettings")),
        };
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
