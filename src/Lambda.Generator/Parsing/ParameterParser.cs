using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Decides where each argument of a function comes from.</summary>
internal sealed class ParameterParser(HttpSource source, Action<Finding> report)
{
    private static readonly (string Attribute, ParameterSource Source)[] FromRequest =
    [
        (KnownNames.FromBody, ParameterSource.Body),
        (KnownNames.FromQuery, ParameterSource.Query),
        (KnownNames.FromHeader, ParameterSource.Header),
        (KnownNames.FromRoute, ParameterSource.Route),
        (KnownNames.FromCustomAuthorizer, ParameterSource.Authorizer),
    ];

    private static readonly string[] Requests =
    [
        KnownNames.HttpApiRequest, KnownNames.RestApiRequest, KnownNames.AuthorizerRequest,
        KnownNames.AuthorizerV2Request,
    ];

    public ParameterModel[] Parse(IMethodSymbol method)
    {
        var parameters = method.Parameters.Select(Parse).OfType<ParameterModel>().ToArray();

        // What a refused parameter was to take, has been objected to already.
        var refused = method.Parameters.Select(parameter => parameter.Name)
            .Except(parameters.Select(parameter => parameter.Name))
            .ToArray();
        foreach (var variable in (source.Route?.Variables ?? []).Except(refused))
        {
            if (!parameters.Any(parameter => parameter.Source == ParameterSource.Route && parameter.Key == variable))
            {
                report(Finding.Of(
                    Diagnostics.CannotGenerate,
                    Place.Of(method),
                    method.Name,
                    $"'{variable}' in the path has no parameter of that name; add 'string {variable}'"));
            }
        }

        return parameters;
    }

    private ParameterModel? Parse(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            return Refuse(parameter, $"'{parameter.Name}' is passed by reference; pass it by value");
        if (parameter.Type.Is(KnownNames.Context))
            return Model(parameter, ParameterSource.Context);
        if (parameter.Type.Is(KnownNames.CancellationToken))
            return Model(parameter, ParameterSource.Cancellation);
        if (parameter.Find(KnownNames.FromServices) is not null)
            return Model(parameter, ParameterSource.Services);

        foreach (var (attribute, from) in FromRequest)
        {
            if (parameter.Find(attribute) is not { } found)
                continue;
            if (source.Payload is not null)
                return Bind(parameter, from, found);

            report(Finding.Of(
                Diagnostics.ParameterWithoutApi, Place.Of(parameter), parameter.Name, parameter.ContainingSymbol.Name));
            return null;
        }

        if (source.Payload is not { } payload)
            return Model(parameter, ParameterSource.Event);
        if (parameter.Type.Is(payload.Request))
            return Model(parameter, ParameterSource.Request);

        return source.Route?.Variables.Contains(parameter.Name) == true
            ? Bind(parameter, ParameterSource.Route, null)
            : Refuse(parameter, WhyUnbound(parameter, payload));
    }

    private static string WhyUnbound(IParameterSymbol parameter, PayloadModel payload) =>
        Requests.Any(request => parameter.Type.Is(request))
            ? $"the request is no '{parameter.Type.Name}' here; make '{parameter.Name}' an "
                + payload.Request.Substring(payload.Request.LastIndexOf('.') + 1)
            : $"nothing says where '{parameter.Name}' comes from; add [FromQuery], [FromHeader], [FromBody] or "
                + "[FromServices], or put it in the path";

    private ParameterModel? Bind(IParameterSymbol parameter, ParameterSource from, AttributeData? attribute)
    {
        if (from == ParameterSource.Body && source.Api is null)
        {
            report(Finding.Of(Diagnostics.BodyOfAuthorizer, Place.Of(parameter), parameter.Name));
            return null;
        }

        if (from == ParameterSource.Body)
            return Model(parameter, from);
        if (from == ParameterSource.Authorizer && source.Api is null)
            return Refuse(parameter, $"'{parameter.Name}' would come from an authorizer, and this is one");

        var key = attribute?.Get<string?>("Name", null) ?? parameter.Name;
        if (from == ParameterSource.Route && source.Route?.Greedy is { } greedy && key == $"{greedy}+")
            key = greedy;
        if (!key.All(IsNameCharacter) || key.Length == 0)
        {
            report(Finding.Of(Diagnostics.ParameterName, Place.Of(attribute!), key));
            return null;
        }

        // An authorizer guards any route, so nobody knows the variables it will meet.
        if (from == ParameterSource.Route && source.Api is not null && source.Route?.Variables.Contains(key) != true)
            return Refuse(parameter, $"the path has no variable '{key}'; add '{{{key}}}' to it");

        var allowsLists = from is ParameterSource.Query or ParameterSource.Header;
        if (TextTypes.Of(parameter.Type, allowsLists) is { } text)
            return Model(parameter, from, key, text);

        report(Finding.Of(
            Diagnostics.ParameterType, Place.Of(parameter), parameter.Name, parameter.Type.ToDisplayString()));
        return null;
    }

    private static bool IsNameCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '$' or '-';

    private static ParameterModel Model(
        IParameterSymbol parameter, ParameterSource source, string? key = null, TextModel? text = null) => new(
            parameter.Name,
            key ?? parameter.Name,
            parameter.Type.ToDisplayString(FunctionParser.TypeFormat),
            source,
            DefaultValue.Of(parameter),
            parameter.HasExplicitDefaultValue,
            text);

    private ParameterModel? Refuse(IParameterSymbol parameter, string reason)
    {
        report(Finding.Of(
            Diagnostics.CannotGenerate, Place.Of(parameter), parameter.ContainingSymbol.Name, reason));
        return null;
    }
}
