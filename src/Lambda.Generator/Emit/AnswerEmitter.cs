using Lambda.Generator.Model;

namespace Lambda.Generator.Emit;

/// <summary>Writes how a function is called and what becomes of its result.</summary>
internal static class AnswerEmitter
{
    private const string Answer = $"{KnownNames.Binding}.HttpApiAnswer";
    private const string Options = $"global::{KnownNames.SerializationOptions}";

    public static void Write(CodeWriter code, FunctionModel function)
    {
        var target = function.IsStatic ? function.FullTypeName : "__function__";
        var wait = function.Returns.IsAwaited ? "await " : "";
        var call = $"{wait}{target}.{function.MethodName}({BindingEmitter.Arguments(function)})";

        code.Line();
        if (function.Returns.Kind == ReturnKind.Nothing)
        {
            code.Line($"{call};");
            if (function.Api is not null)
                code.Line($"return {Answer}.Empty();");
            return;
        }

        if (function.Api is null || function.Returns.Kind == ReturnKind.Response)
        {
            code.Line($"return {call};");
            return;
        }

        code.Line($"var __result__ = {call};");
        switch (function.Returns.Kind)
        {
            case ReturnKind.HttpResult:
                WriteHttpResult(code);
                break;
            case ReturnKind.Text:
                code.Line($"return {Answer}.Text(__result__);");
                break;
            default:
                code.Line($"return {Answer}.Json(__result__, __serializer__);");
                break;
        }
    }

    /// <summary>An answer of the gateway's type as what this handler returns.</summary>
    public static string AsReturned(FunctionModel function, string answer) =>
        function.Returns.Kind == ReturnKind.HttpResult ? $"{Answer}.ToStream({answer})" : answer;

    private static void WriteHttpResult(CodeWriter code)
    {
        using (code.Begin($"return __result__!.Serialize(new {Options}", "});"))
        {
            code.Line($"Format = {Options}.ProtocolFormat.HttpApi,");
            code.Line($"Version = {Options}.ProtocolVersion.V2,");
            code.Line("Serializer = __serializer__,");
        }
    }
}
