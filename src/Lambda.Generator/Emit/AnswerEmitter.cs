using Lambda.Generator.Model;

namespace Lambda.Generator.Emit;

/// <summary>Writes how a function is called and what becomes of its result.</summary>
internal static class AnswerEmitter
{
    public static void Write(CodeWriter code, FunctionModel function)
    {
        var target = function.IsStatic ? function.FullTypeName : "__function__";
        var wait = function.Returns.IsAwaited ? "await " : "";
        var arguments = BindingEmitter.Arguments(function);
        var call = $"{wait}{target}.{CSharpName.Of(function.MethodName)}({arguments})";

        code.Line();
        if (function.Returns.Kind == ReturnKind.Nothing)
        {
            code.Line($"{call};");
            if (function.Api is { } api)
                code.Line($"return {api.Payload.Answer}.Empty();");
            return;
        }

        if (Returned(function) is not { } returned)
        {
            code.Line($"return {call};");
            return;
        }

        code.Line($"var __result__ = {call};");
        code.Line($"return {function.Payload!.Answer}.{returned};");
    }

    /// <summary>How the result becomes an answer; null when it is one.</summary>
    private static string? Returned(FunctionModel function) => (function.Returns.Kind, function.Authorizer) switch
    {
        (ReturnKind.AuthorizerResult, { IsSimple: true }) => "Simple(__result__)",
        (ReturnKind.AuthorizerResult, { IsV1: false }) => "HttpApiPolicy(__result__, __request__.RouteArn)",
        (ReturnKind.AuthorizerResult, { IsRest: false }) => "HttpApiPolicy(__result__, __request__.MethodArn)",
        (ReturnKind.AuthorizerResult, not null) => "RestApiPolicy(__result__, __request__.MethodArn)",
        _ when function.Api is null => null,
        (ReturnKind.HttpResult, _) when function.Api is { Kind: ApiKind.HttpApi, IsV1: true } =>
            "HttpApiResult(__result__, __serializer__)",
        (ReturnKind.HttpResult, _) => "Result(__result__, __serializer__)",
        (ReturnKind.Text, _) => "Text(__result__)",
        (ReturnKind.Plain, _) => "Plain(__result__)",
        (ReturnKind.Value, _) => "Json(__result__, __serializer__)",
        _ => null,
    };
}
