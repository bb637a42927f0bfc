using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>Finds the REST API in a template: SAM's implied one, or one <c>AWS::Serverless::Api</c>.</summary>
internal static class RestApiReader
{
    private const string ImpliedStage = "Prod";

    /// <returns>Null where no function has an event of it.</returns>
    public static HttpApiDescription? Read(TemplateDocument template, FunctionReader functions)
    {
        var globals = template.Root["Globals"]["Api"];
        TemplateResource[] apis = [.. template.Resources("AWS::Serverless::Api")];
        if (apis.Length > 1)
            throw new TemplateException("The template has several REST APIs; one is served here.");

        var own = apis.FirstOrDefault()?.Properties;
        TemplateValue Setting(string name) => own is not null && own[name].Exists ? own[name] : globals[name];
        if (Setting("Cors").Exists)
            throw new TemplateException($"{Setting("Cors").Where}: a REST API's own CORS is not known here.");

        var auth = Setting("Auth");
        var guards = new Dictionary<string, GuardRules>();
        Route[] routes =
        [
            .. functions.Happenings("Api")
                .Select(happening => ReadRoute(happening.Properties, happening.Function, Guard)),
        ];

        return routes is [] ? null : new HttpApiDescription(
            own?["StageName"].TextOr(ImpliedStage) ?? ImpliedStage,
            Setting("Variables").Members().ToDictionary(member => member.Key, member => member.Value.Text()),
            routes,
            Cors: null)
        {
            IsRest = true,
            // SAM writes image~1png for image/png.
            BinaryTypes =
            [
                .. Setting("BinaryMediaTypes").Texts()
                    .Select(type => type.Replace("~1", "/", StringComparison.Ordinal)),
            ],
        };

        GuardRules? Guard(TemplateValue eventAuth)
        {
            var name = eventAuth["Authorizer"].TextOr(auth["DefaultAuthorizer"].TextOr(AuthorizerReader.None));
            if (name is AuthorizerReader.None)
                return null;
            if (!guards.TryGetValue(name, out var guard))
                guards[name] = guard = new GuardReader(functions).ReadRest(auth, name);
            return guard;
        }
    }

    private static Route ReadRoute(
        TemplateValue happening, FunctionDescription function, Func<TemplateValue, GuardRules?> guard) =>
        new(
            Route.MethodOf(happening["Method"].Text()),
            happening["Path"].Text(),
            function,
            Jwt: null,
            Scopes: [])
        {
            Guard = guard(happening["Auth"]),
            Payload = PayloadFormat.Rest,
            Timeout = Route.TimeoutOf(happening["TimeoutInMillis"], ApiManner.Rest.Timeout),
        };
}
