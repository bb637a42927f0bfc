using Lambda.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Generator.Emit;

/// <summary>Writes how a request becomes arguments.</summary>
internal static class BindingEmitter
{
    private const string Parsers = $"{KnownNames.Binding}.TextParsers";

    public static void Write(CodeWriter code, FunctionModel function)
    {
        if (function.Parameters.Any(parameter => parameter.Source == ParameterSource.Cancellation))
            code.Line($"using var __deadline__ = {KnownNames.Binding}.Deadline.Of(__context__);");

        foreach (var parameter in function.Parameters.Where(parameter => parameter.Source == ParameterSource.Services))
            code.Line($"var {Local(parameter)} = __scope__.ServiceProvider.GetRequiredService<{parameter.Type}>();");

        var bound = function.Parameters.Where(IsBound).ToArray();
        if (bound.Length == 0)
            return;

        code.Line();
        code.Line($"var __binder__ = new {function.Payload!.Binder}({Source(function)});");
        foreach (var parameter in bound)
            WriteBound(code, parameter);

        if (function.Authorizer is not null)
            return;

        var refuse = function.Returns.Kind == ReturnKind.HttpResult ? "RefuseAsStream" : "Refuse";
        using (code.Begin("if (__binder__.IsRefused)"))
            code.Line($"return __binder__.{refuse}(__context__);");
    }

    /// <summary>The arguments, in the function's order.</summary>
    public static string Arguments(FunctionModel function) =>
        string.Join(", ", function.Parameters.Select(parameter => parameter.Source switch
        {
            ParameterSource.Request => "__request__",
            ParameterSource.Cancellation => "__deadline__.Token",
            ParameterSource.Context or ParameterSource.Event => SignatureEmitter.Argument(parameter),
            _ => Local(parameter),
        }));

    public static bool NeedsSerializer(FunctionModel function) =>
        function.Api is not null
        && (function.Returns.Kind is ReturnKind.HttpResult or ReturnKind.Value
            || function.Parameters.Any(parameter => parameter.Source == ParameterSource.Body));

    private static bool IsBound(ParameterModel parameter) => parameter.Source is
        ParameterSource.Body or ParameterSource.Route or ParameterSource.Query or ParameterSource.Header
        or ParameterSource.Authorizer;

    private static string Source(FunctionModel function) => function.Authorizer switch
    {
        null => "__request__",
        { IsToken: true } authorizer => $"__request__, __context__, {Literal(authorizer.IdentityHeader)}",
        _ => "__request__, __context__",
    };

    private static void WriteBound(CodeWriter code, ParameterModel parameter)
    {
        if (parameter.Source == ParameterSource.Body)
        {
            code.Line($"var {Local(parameter)} = {Body(parameter)};");
            return;
        }

        var text = parameter.Text!;
        var key = Literal(parameter.Key);
        var parser = text.Kind == TextKind.Text ? $"{Parsers}.Text" : $"{Parsers}.{text.Kind}<{text.Type}>";
        var from = $"var {Local(parameter)} = __binder__.{parameter.Source}";

        switch (text.List)
        {
            case ListKind.No when parameter.Source == ParameterSource.Authorizer:
                code.Lines($"{from}<{parameter.Type}>(", [key, parser], ");");
                break;
            case ListKind.No:
                code.Lines($"{from}<{parameter.Type}>(", [key, parser, parameter.Default], ");");
                break;
            case ListKind.List:
                code.Lines($"{from}List<{text.ValueType}>(", [key, parser], ")!;");
                break;
            case ListKind.Array:
                code.Lines($"{from}List<{text.ValueType}>(", [key, parser], ")?.ToArray()!;");
                break;
        }
    }

    private static string Body(ParameterModel parameter)
    {
        if (parameter.Type is "string" or "string?")
            return $"__binder__.BodyText() ?? {parameter.Default}";

        return parameter.HasDefault
            ? $"__binder__.Body<{parameter.Type}>(__serializer__, {parameter.Default})!"
            : $"__binder__.Body<{parameter.Type}>(__serializer__)!";
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Local(ParameterModel parameter) => CSharpName.Of(parameter.Name);
}
