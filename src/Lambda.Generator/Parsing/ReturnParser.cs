using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>What a function's return type means.</summary>
internal static class ReturnParser
{
    private static readonly string[] Tasks =
    [
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task<TResult>",
        "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask<TResult>",
    ];

    public static ReturnModel Parse(ITypeSymbol declared)
    {
        var isAwaited = Tasks.Contains(declared.OriginalDefinition.ToDisplayString());
        var type = !isAwaited ? declared : ((INamedTypeSymbol)declared).TypeArguments.FirstOrDefault();
        if (type is null || type.SpecialType == SpecialType.System_Void)
            return Model(ReturnKind.Nothing, null);
        if (type.Is(KnownNames.HttpResult) || type.AllInterfaces.Any(found => found.Is(KnownNames.HttpResult)))
            return Model(ReturnKind.HttpResult, type);
        if (type.Is(KnownNames.HttpApiResponse))
            return Model(ReturnKind.Response, type);

        // A text that is awaited is sent as JSON and one that is not as text: what Amazon's packages do.
        return type.SpecialType == SpecialType.System_String && !isAwaited
            ? Model(ReturnKind.Text, type)
            : Model(ReturnKind.Value, type);

        ReturnModel Model(ReturnKind kind, ITypeSymbol? of) =>
            new(kind, of?.ToDisplayString(FunctionParser.TypeFormat) ?? "", isAwaited);
    }
}
