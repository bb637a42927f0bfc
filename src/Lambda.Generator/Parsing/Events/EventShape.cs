using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Parsing.Events;

/// <summary>Which methods an event can invoke: those that take it and, if they like, the context.</summary>
/// <remarks>
/// Amazon's packages know no other parameter, of returned tasks only <c>Task</c>, and of answers only that of a queue's
/// function; a token that ends with the invocation, a <c>ValueTask</c> and the answer to a stream are additions.
/// </remarks>
internal static class EventShape
{
    public static void Check(EventKind kind, IMethodSymbol method, Action<Finding> report)
    {
        var name = ShortName(kind.Event);
        void Refuse(Place? place, string reason) => report(Finding.Of(
            Diagnostics.InvalidSignature, place, method.Name, $"{ShortName(kind.Attribute)}", reason));

        var shape = $"take ({name}) or ({name}, ILambdaContext)";
        if (method.Parameters.FirstOrDefault()?.Type.Is(kind.Event) != true)
            Refuse(Place.Of(method.Parameters.FirstOrDefault() ?? (ISymbol)method), shape);
        foreach (var parameter in method.Parameters.Skip(1).Where(parameter => !MayFollow(parameter)))
        {
            Refuse(Place.Of(parameter), parameter.Find(KnownNames.FromServices) is null
                ? shape
                : $"its services come through the constructor of '{method.ContainingType.Name}'; {shape}");
        }

        if (Returned(method) is not null && !Answers(kind, method))
        {
            var answer = kind.Answer is null ? "" : $", {ShortName(kind.Answer)} or Task<{ShortName(kind.Answer)}>";
            Refuse(PlaceOfReturn(method), $"nobody reads what it returns; return void or Task{answer}");
        }
    }

    /// <summary>Whether the method returns what its kind of event lets it return, be it awaited or not.</summary>
    public static bool Answers(EventKind kind, IMethodSymbol method) =>
        kind.Answer is not null && Returned(method).Is(kind.Answer);

    // What is left of it without its task; null when that is nothing.
    private static ITypeSymbol? Returned(IMethodSymbol method)
    {
        var type = method.ReturnType;
        var isTask = type.Name is "Task" or "ValueTask"
            && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
        if (isTask)
            return ((INamedTypeSymbol)type).TypeArguments.FirstOrDefault();

        return type.SpecialType == SpecialType.System_Void ? null : type;
    }

    private static bool MayFollow(IParameterSymbol parameter) =>
        parameter.Type.Is(KnownNames.Context) || parameter.Type.Is(KnownNames.CancellationToken);

    private static Place? PlaceOfReturn(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
            ? Place.Of(declaration.ReturnType.GetLocation())
            : Place.Of(method);

    private static string ShortName(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);
}
