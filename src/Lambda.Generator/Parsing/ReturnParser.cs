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

    /// <param name="payload">What the function's handler answers; null when it serves no HTTP.</param>
    public static ReturnModel Parse(ITypeSymbol declared, PayloadModel? payload)
    {
        var isAwaited = Tasks.Contains(declared.OriginalDefinition.ToDisplayString());
        var type = !isAwaited ? declared : ((INamedTypeSymbol)declared).TypeArguments.FirstOrDefault();
        if (type is null || type.SpecialType == SpecialType.System_Void)
            return Model(ReturnKind.Nothing, null);
        if (Implements(type, KnownNames.HttpResult))
            return Model(ReturnKind.HttpResult, type);
        if (Implements(type, KnownNames.AuthorizerResult))
            return Model(ReturnKind.AuthorizerResult, type);
        if (payload is not null && type.Is(payload.Response))
            return Model(ReturnKind.Response, type);
        if (!isAwaited && IsPlain(type))
            return Model(ReturnKind.Plain, type);

        // A text that is awaited is sent as JSON and one that is not as text: what Amazon's packages do.
        return type.SpecialType == SpecialType.System_String && !isAwaited
            ? Model(ReturnKind.Text, type)
            : Model(ReturnKind.Value, type);

        ReturnModel Model(ReturnKind kind, ITypeSymbol? of) =>
            new(kind, of?.ToDisplayString(FunctionParser.TypeFormat) ?? "", isAwaited);
    }

    private static bool Implements(ITypeSymbol type, string wanted) =>
        type.Is(wanted) || type.AllInterfaces.Any(found => found.Is(wanted));

    private static bool IsPlain(ITypeSymbol type)
    {
        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var inner = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return inner.SpecialType is SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
            or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;
    }
}
