using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Decides where each argument of a function comes from.</summary>
internal sealed class ParameterParser(RouteTemplate? route, Action<Finding> report)
{
    private static readonly (string Attribute, ParameterSource Source)[] FromRequest =
    [
        (KnownNames.FromBody, ParameterSource.Body),
        (KnownNames.FromQuery, ParameterSource.Query),
        (KnownNames.FromHeader, ParameterSource.Header),
        (KnownNames.FromRoute, ParameterSource.Route),
    ];

    public ParameterModel[] Parse(IMethodSymbol method)
    {
        var parameters = method.Parameters.Select(Parse).OfType<ParameterModel>().ToArray();

        foreach (var variable in route?.Variables ?? [])
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

        foreach (var (attribute, source) in FromRequest)
        {
            if (parameter.Find(attribute) is not { } found)
                continue;
            if (route is not null)
                return Bind(parameter, source, found);

            report(Finding.Of(
                Diagnostics.ParameterWithoutApi, Place.Of(parameter), parameter.Name, parameter.ContainingSymbol.Name));
            return null;
        }

        if (route is null)
            return Model(parameter, ParameterSource.Event);
        if (parameter.Type.Is(KnownNames.HttpApiRequest))
            return Model(parameter, ParameterSource.Request);

        return route.Variables.Contains(parameter.Name)
            ? Bind(parameter, ParameterSource.Route, null)
            : Refuse(
                parameter,
                $"nothing says where '{parameter.Name}' comes from; add [FromQuery], [FromHeader], [FromBody] or "
                + "[FromServices], or put it in the path");
    }

    private ParameterModel? Bind(IParameterSymbol parameter, ParameterSource source, AttributeData? attribute)
    {
        if (source == ParameterSource.Body)
            return Model(parameter, source);

        var key = attribute?.Get<string?>("Name", null) ?? parameter.Name;
        if (!key.All(IsNameCharacter) || key.Length == 0)
        {
            report(Finding.Of(Diagnostics.ParameterName, Place.Of(attribute!), key));
            return null;
        }

        if (source == ParameterSource.Route && !route!.Variables.Contains(key))
            return Refuse(parameter, $"the path has no variable '{key}'; add '{{{key}}}' to it");

        if (TextTypes.Of(parameter.Type, allowsLists: source != ParameterSource.Route) is { } text)
            return Model(parameter, source, key, text);

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
