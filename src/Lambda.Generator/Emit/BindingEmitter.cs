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
        code.Line($"var __binder__ = new {KnownNames.Binding}.HttpApiBinder(__request__);");
        foreach (var parameter in bound)
            WriteBound(code, parameter);

        using (code.Begin("if (__binder__.IsRefused)"))
            code.Line($"return {AnswerEmitter.AsReturned(function, "__binder__.Refuse()")};");
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
        ParameterSource.Body or ParameterSource.Route or ParameterSource.Query or ParameterSource.Header;

    private static void WriteBound(CodeWriter code, ParameterModel parameter)
    {
        if (parameter.Source == ParameterSource.Body)
        {
            code.Line($"var {Local(parameter)} = {Body(parameter)};");
            return;
        }

        var text = parameter.Text!;
        var key = SymbolDisplay.FormatLiteral(parameter.Key, quote: true);
        var parser = text.Kind == TextKind.Text ? $"{Parsers}.Text" : $"{Parsers}.{text.Kind}<{text.Type}>";
        var from = $"var {Local(parameter)} = __binder__.{parameter.Source}";

        switch (text.List)
        {
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

    private static string Local(ParameterModel parameter) =>
        SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : $"@{parameter.Name}";
}
