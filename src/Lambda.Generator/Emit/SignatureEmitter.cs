using Lambda.Generator.Model;

namespace Lambda.Generator.Emit;

/// <summary>The shape of a generated handler's method, for those who write it and those who call it.</summary>
internal static class SignatureEmitter
{
    private const string Stream = "global::System.IO.Stream";
    private const string Context = $"global::{KnownNames.Context}";

    /// <summary>One a line.</summary>
    public static string[] Parameters(FunctionModel function)
    {
        if (function.Payload is { } payload)
            return [$"global::{payload.Request} __request__", $"{Context} __context__"];

        return
        [
            .. Taken(function)
                .Select(parameter => $"{parameter.Type} {Argument(parameter)}")
                .DefaultIfEmpty($"{Stream} stream"),
        ];
    }

    public static string ReturnType(FunctionModel function)
    {
        if (function.Api is null && function.Returns.Kind != ReturnKind.AuthorizerResult)
            return AsTask(function.Returns, function.Returns.Type);

        var isStream = function.Returns.Kind is ReturnKind.HttpResult or ReturnKind.AuthorizerResult;
        return AsTask(function.Returns, isStream ? Stream : $"global::{function.Payload!.Response}");
    }

    /// <summary>The delegate type that a handler's method converts to.</summary>
    public static string Delegate(FunctionModel function)
    {
        string[] taken = function.Payload is { } payload
            ? [$"global::{payload.Request}", Context]
            : [.. Taken(function).Select(parameter => parameter.Type).DefaultIfEmpty(Stream)];

        var returns = ReturnType(function);
        return returns == "void"
            ? $"global::System.Action<{string.Join(", ", taken)}>"
            : $"global::System.Func<{string.Join(", ", taken)}, {returns}>";
    }

    /// <summary>Whether the delegate has a value to read or to write, and so needs a serializer.</summary>
    public static bool NeedsSerializer(FunctionModel function) =>
        function.Payload is not null
        || Taken(function).Any(parameter => parameter.Source == ParameterSource.Event && parameter.Type != Stream)
        || function.Returns.Type is not ("" or Stream);

    /// <summary>An argument that a handler hands on as it is.</summary>
    public static string Argument(ParameterModel parameter) =>
        parameter.Source == ParameterSource.Context ? "__context__" : $"__{parameter.Name}__";

    // A deadline is the context's, so a function that wants one alone makes its handler ask for the other.
    private static IEnumerable<ParameterModel> Taken(FunctionModel function)
    {
        var wantsContext = function.Parameters.Any(parameter => parameter.Source == ParameterSource.Context);
        foreach (var parameter in function.Parameters)
        {
            if (parameter.Source is ParameterSource.Event or ParameterSource.Context)
                yield return parameter;
            else if (parameter.Source == ParameterSource.Cancellation && !wantsContext)
                yield return parameter with { Source = ParameterSource.Context, Type = Context };
        }
    }

    private static string AsTask(ReturnModel returns, string type) => (returns.IsAwaited, type) switch
    {
        (true, "") => "global::System.Threading.Tasks.Task",
        (true, _) => $"global::System.Threading.Tasks.Task<{type}>",
        (false, "") => "void",
        (false, _) => type,
    };
}
